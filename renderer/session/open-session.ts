import { newSalt } from "../../shared/consent/copy.ts";
import { freezeRevision } from "../../shared/consent/revision.ts";
import { digestOf } from "../../shared/consent/root.ts";
import { MOST_READERS } from "../../shared/consent/statements.ts";
import { no, ok } from "../../shared/result.ts";
import { arranging } from "./arranging.ts";
import { deciding } from "./deciding.ts";
import { interpreting } from "./interpreting.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { MeetingSession } from "./meeting-session.ts";
import { offTheRecord } from "./off-the-record.ts";
import { ownPages } from "./own-pages.ts";
import { ownWords } from "./own-words.ts";
import { Permission } from "./permission.ts";
import { reflecting } from "./reflecting.ts";
import { sharedLaptop } from "./shared-laptop.ts";
import { takingCopies } from "./taking-copies.ts";
import { takingPart } from "./taking-part.ts";
import { whoTakesPart } from "./who-takes-part.ts";
import { writing } from "./writing.ts";

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
    ...takingPart(live, permission),
    ...ownWords(live, permission),
    ...deciding(live, permission),
    ...arranging(live, permission),
    ...sharedLaptop(live),
    ...ownPages(live, permission),
    ...writing(live, permission),
    ...reflecting(live, permission),
    ...interpreting(live, permission),
    ...offTheRecord(live, permission),
    ...takingCopies(live),
    summary: live.summary,

    pause: () => permission.declared(permission.mayAct(), { kind: "paused" }),
    async resume() {
      const { pause } = live.state.meeting;
      const local = permission.admitted(live.voices.speaker);
      if (!local.ok) return local;
      if (pause !== null) await live.declare(local.value, { kind: "resumed", feed: pause.feed, seq: pause.seq });
      return ok(null);
    },

    async propose(utterances, readers = []) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      // The room is one of them.
      if (readers.length >= MOST_READERS) return no("too-many-readers");
      const revision = freezeRevision({
        meeting: live.ports.meeting,
        state: live.state.meeting,
        summary: live.summary.read(),
        utterances: utterances.map((id) => ({ id, paragraphs: live.shelf.read(id) })),
        frozenAtMs: Date.now(),
        // What is agreed is what a new text takes the place of, however many drafts came to nothing in between.
        supersedes: live.state.agreed ?? live.state.openRevision,
        readers,
        salt: newSalt,
      });
      const digest = await digestOf(revision);
      await live.declare(local.value, { kind: "revision-proposed", digest, revision });
      return ok(digest);
    },
    close: () => {
      live.close();
    },
  };
}
