import type { DecisionId } from "../../shared/feed/ids.ts";
import type { Statement } from "../../shared/consent/record.ts";
import { digestOf, freezeRevision } from "../../shared/consent/revision.ts";
import { isBlank } from "../../shared/meeting/document.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Draft, MeetingSession, Refusal } from "./meeting-session.ts";
import { ownWords } from "./own-words.ts";
import { Permission } from "./permission.ts";
import { sharedLaptop } from "./shared-laptop.ts";
import { whoTakesPart } from "./who-takes-part.ts";

/** The wishes a screen may have, carried out on a live meeting. Whether a wish is granted is read off the state. */
export function openSession(live: LiveMeeting): MeetingSession {
  const permission = new Permission(live);
  return {
    view: () => live.picture.view(),
    subscribe: (listener) => live.picture.subscribe(listener),
    utteranceText: (utterance) => live.shelf.read(utterance),
    summaryText: () => live.summary.read(),
    subscribeToText: (of, listener) =>
      of === "summary" ? live.summary.subscribe(listener) : live.shelf.subscribe(of, listener),

    ...whoTakesPart(live, permission),
    ...ownWords(live, permission),
    ...sharedLaptop(live),
    summary: live.summary,

    draft: () => draftOf(permission.maySpeak()),
    setDraftAnswer: (answers) => {
      change({ answers });
    },
    setDraftPhase: (phase) => {
      change({ phase });
    },
    setDraftSpeaker: (speaker) => {
      change({ speaker });
    },
    fillDraft(words) {
      const local = permission.maySpeak();
      if (draftOf(local) === null || !local.ok) return local.ok ? no("nothing-written") : local;
      live.drafts.fill(local.value.id, words);
      return ok(null);
    },
    async say() {
      const local = permission.maySpeak();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null || isBlank(live.shelf.read(draft.utterance))) return no("nothing-written");
      const said = live.declare(local.value, { kind: "utterance-said", utterance: draft.utterance });
      await live.drafts.end(local.value.id, said);
      return ok(draft.utterance);
    },
    async discardDraft() {
      const local = permission.maySpeak();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null) return no("nothing-written");
      const discarded = live.drafts.isBegun(local.value.id)
        ? live.declare(local.value, { kind: "utterance-discarded", utterance: draft.utterance })
        : Promise.resolve();
      await live.drafts.end(local.value.id, discarded);
      return ok(null);
    },

    async wordDecision(text, leftOpen) {
      const local = permission.maySpeak();
      if (!local.ok) return local;
      if (text.trim() === "") return no("nothing-written");
      const decision = createOwnedId<DecisionId>(local.value.pen.mark);
      await live.declare(local.value, {
        kind: leftOpen ? "left-open" : "decision-worded",
        decision,
        text: text.trim(),
      });
      return ok(decision);
    },
    async takePosition(decision, position, words) {
      const wording = live.state.meeting.decisions.get(decision)?.text;
      if (wording === undefined) return no("nothing-written");
      return saidBySpeaker({ kind: "position-taken", decision, wording, position, words: words.trim() });
    },
    setNextMeeting: (next) => saidBySpeaker({ kind: "next-meeting-set", ...next }),
    pause: () => saidBySpeaker({ kind: "paused" }),
    async resume() {
      const { pause } = live.state.meeting;
      const local = permission.admitted(live.voices.speaker);
      if (!local.ok) return local;
      if (pause !== null) await live.declare(local.value, { kind: "resumed", feed: pause.feed, seq: pause.seq });
      return ok(null);
    },

    async propose(utterances) {
      const local = permission.maySpeak();
      if (!local.ok) return local;
      const revision = freezeRevision({
        meeting: live.ports.meeting,
        state: live.state.meeting,
        summary: live.summary.read(),
        utterances: utterances.map((id) => ({ id, paragraphs: live.shelf.read(id) })),
        frozenAtMs: Date.now(),
        supersedes: live.state.openRevision,
      });
      const digest = await digestOf(revision);
      await live.declare(local.value, { kind: "revision-proposed", digest, revision });
      return ok(digest);
    },
    close: () => {
      live.close();
    },
  };

  function draftOf(local: Result<LocalVoice, Refusal>): Draft | null {
    if (!local.ok) return null;
    const { id, pen } = local.value;
    const unsaid = [...live.state.meeting.utterances.values()].find(
      (one) => (one.scribe ?? one.voice) === id && !one.said && !live.drafts.hasEnded(one.id),
    );
    return live.drafts.of(pen, unsaid);
  }

  function change(wish: Parameters<typeof live.drafts.change>[1]): void {
    const local = permission.maySpeak();
    if (draftOf(local) !== null && local.ok) live.drafts.change(local.value.id, wish);
  }

  function saidBySpeaker(statement: Statement): Promise<Result<null, Refusal>> {
    return permission.declared(permission.maySpeak(), statement);
  }
}
