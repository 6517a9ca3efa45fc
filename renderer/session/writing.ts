import { isBlank, plainText } from "../../shared/meeting/document.ts";
import { fitsInEntry } from "../../shared/feed/entry.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { phaseNow } from "../../shared/meeting/reflecting.ts";
import { cameAsHelper } from "../../shared/meeting/shapes.ts";
import { choiceFor } from "../../shared/meeting/seen-while-written.ts";
import type { Utterance } from "../../shared/meeting/state.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import { begunAs } from "./begun-as.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";
import type { Draft, DraftShape, WritingWishes } from "./writing-wishes.ts";

/** Writing, by the voice that speaks now. */
export function writing(live: LiveMeeting, permission: Permission): WritingWishes {
  return {
    draft: () => draftOf(permission.maySayOwn()),
    shapeDraft(change) {
      const local = permission.maySayOwn();
      const draft = draftOf(local);
      if (draft === null || !local.ok) return;
      live.drafts.shape(local.value.id, change);
      if (draftOf(local)?.utterance !== draft.utterance) live.keeping.forget(draft.utterance);
    },
    fillDraft(words) {
      const local = permission.maySayOwn();
      if (draftOf(local) === null || !local.ok) return local.ok ? no("nothing-written") : local;
      live.drafts.fill(local.value.id, words);
      return ok(null);
    },
    putDifferently(utterance) {
      const own = isFree(permission.maySayOwn());
      if (!own.ok) return own;
      const words = live.state.meeting.utterances.get(utterance);
      if (words?.voice !== own.value.id || !words.said || words.withdrawn) return no("not-yours");
      writeAgain(own.value, words, { corrects: utterance });
      return ok(null);
    },
    async sayItAsISaidIt(utterance) {
      const own = isFree(permission.maySayOwn());
      if (!own.ok) return own;
      const words = live.state.meeting.utterances.get(utterance);
      if (words?.voice !== own.value.id || words.scribe === null || words.confirmed) return no("not-yours");
      writeAgain(own.value, words, {});
      return permission.said(own.value.id, { kind: "words-refused", utterance });
    },
    handScribing: (speaker, to) =>
      permission.declared(permission.maySayOwn(), { kind: "scribing-handed", speaker, to }),
    async say() {
      const local = permission.maySayOwn();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null || isBlank(live.shelf.read(draft.utterance))) return no("nothing-written");
      const { id, own } = local.value;
      const { utterance } = draft;
      if (!fitsInOne(id)) return no("words-too-long");
      live.keeping.tooLong.delete(id);
      if (!live.drafts.isBegun(id)) tellAtOnce(local.value, draft);
      const others = live.feeds.headsOf(id, own.head.feed);
      await live.drafts.end(id, live.declare(local.value, { kind: "utterance-said", utterance, others }));
      live.keeping.forget(utterance);
      return ok(utterance);
    },
    async discardDraft() {
      const local = permission.maySayOwn();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null) return no("nothing-written");
      const { id } = local.value;
      const isBegun = live.drafts.isBegun(id);
      live.keeping.discarded.keep(id, draft, live.drafts.whole(id));
      live.keeping.tooLong.delete(id);
      live.keeping.forget(draft.utterance);
      await live.drafts.end(id, isBegun ? letGo(local.value, draft.utterance) : Promise.resolve());
      return ok(null);
    },
    canBringBack() {
      const local = permission.maySayOwn();
      return local.ok && live.keeping.discarded.of(local.value.id) !== null;
    },
    bringBackDraft() {
      const local = permission.maySayOwn();
      if (draftOf(local) === null || !local.ok) return;
      const last = live.keeping.discarded.take(local.value.id);
      if (last !== null) live.drafts.bringBack(local.value.id, last.shape, last.words);
    },
    async writeLive(wish) {
      const local = permission.maySayOwn();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null) return no("nothing-written");
      const { id } = local.value;
      if (wish && !fitsInOne(id)) return no("words-too-long");
      if (wish) live.keeping.tooLong.delete(id);
      const kept = live.notes.change({ live: choiceFor(wish, draft.speaker !== null) });
      if (wish) {
        live.drafts.show(id);
        live.keeping.forget(draft.utterance);
      } else await live.drafts.takeBack(id, (utterance) => letGo(local.value, utterance));
      return kept;
    },
  };

  /** A voice that may write and is in the middle of nothing. */
  function isFree(local: Result<LocalVoice, Refusal>): Result<LocalVoice, Refusal> {
    const draft = draftOf(local);
    if (draft === null) return local.ok ? no("nothing-written") : local;
    const isBegun = local.ok && live.drafts.isBegun(local.value.id);
    return !isBegun && isBlank(live.shelf.read(draft.utterance)) ? local : no("in-the-middle");
  }

  /** Whether every laptop will read a draft, which those who have seen nothing of it are given in one entry. */
  function fitsInOne(voice: VoiceId): boolean {
    const words = live.drafts.isBegun(voice) ? null : live.drafts.whole(voice);
    return words === null || fitsInEntry(words);
  }

  /** Takes up words once more, as an answer to the same. */
  function writeAgain({ id }: LocalVoice, words: Utterance, also: Partial<DraftShape>): void {
    const { answers, part, phase, imagines, language } = words;
    live.drafts.shape(id, { answers, part, phase, imagines, language, speaker: null, corrects: null, ...also });
    live.drafts.fill(id, plainText(live.shelf.read(words.id)));
  }

  /** Words that nobody has seen: the others hear of them, and have all of them, before they hear that they are said. */
  function tellAtOnce(writer: LocalVoice, draft: Draft): void {
    const update = live.drafts.whole(writer.id);
    void live.declare(writer, begunAs(draft, writer.id, live.state.meeting));
    if (update !== null) void live.outbox.write(writer, { kind: "edit", target: draft.utterance, update });
  }

  function letGo(writer: LocalVoice, utterance: UtteranceId): Promise<void> {
    return live.declare(writer, { kind: "utterance-discarded", utterance });
  }

  function draftOf(local: Result<LocalVoice, Refusal>): Draft | null {
    if (!local.ok) return null;
    const { id, pen } = local.value;
    const unsaid = [...live.state.meeting.utterances.values()].find(
      (one) => (one.scribe ?? one.voice) === id && !one.said && !live.drafts.hasEnded(one.id),
    );
    const draft = live.drafts.of(pen, unsaid);
    const { voices, reflection } = live.state.meeting;
    const speaks = voices.get(draft.speaker ?? id)?.profile;
    if (speaks === undefined) return draft;
    const mayReflect = cameAsHelper(speaks.kind);
    return live.drafts.inPhase(id, phaseNow(reflection, speaks), mayReflect);
  }
}
