import { isBlank } from "../../shared/meeting/document.ts";
import { phaseNow } from "../../shared/meeting/reflecting.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";
import type { Draft, WritingWishes } from "./writing-wishes.ts";

/** Writing, by the voice that speaks now. */
export function writing(live: LiveMeeting, permission: Permission): WritingWishes {
  return {
    draft: () => draftOf(permission.maySayOwn()),
    shapeDraft(change) {
      const local = permission.maySayOwn();
      if (draftOf(local) !== null && local.ok) live.drafts.shape(local.value.id, change);
    },
    fillDraft(words) {
      const local = permission.maySayOwn();
      if (draftOf(local) === null || !local.ok) return local.ok ? no("nothing-written") : local;
      live.drafts.fill(local.value.id, words);
      return ok(null);
    },
    async say() {
      const local = permission.maySayOwn();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null || isBlank(live.shelf.read(draft.utterance))) return no("nothing-written");
      const { id, own } = local.value;
      const others = live.feeds.headsOf(id, own.head.feed);
      const said = live.declare(local.value, { kind: "utterance-said", utterance: draft.utterance, others });
      await live.drafts.end(id, said);
      return ok(draft.utterance);
    },
    async discardDraft() {
      const local = permission.maySayOwn();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null) return no("nothing-written");
      const discarded = live.drafts.isBegun(local.value.id)
        ? live.declare(local.value, { kind: "utterance-discarded", utterance: draft.utterance })
        : Promise.resolve();
      await live.drafts.end(local.value.id, discarded);
      return ok(null);
    },
  };

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
    const mayReflect = speaks.kind === "professional" || speaks.kind === "peer";
    return live.drafts.inPhase(id, phaseNow(reflection, speaks), mayReflect);
  }
}
