import { plainText } from "../../shared/meeting/document.ts";
import { voiceOfWords, type VoicedWords } from "../../shared/meeting/quotation.ts";
import { ok } from "../../shared/result.ts";
import { arranging } from "./arranging.ts";
import { deciding } from "./deciding.ts";
import { interpreting } from "./interpreting.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { MeetingSession } from "./meeting-session.ts";
import { offTheRecord } from "./off-the-record.ts";
import { ownPages } from "./own-pages.ts";
import { ownWords } from "./own-words.ts";
import { Permission } from "./permission.ts";
import { proposing } from "./proposing.ts";
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
    voiceOfWords: (words) => voiceOfWords(words, allWords(live), live.voices.speaker?.id ?? null),

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
    ...proposing(live, permission),
    summary: live.summary,

    pause: () => permission.declared(permission.mayAct(), { kind: "paused" }),
    async resume() {
      const { pause } = live.state.meeting;
      const local = permission.admitted(live.voices.speaker);
      if (!local.ok) return local;
      if (pause !== null) await live.declare(local.value, { kind: "resumed", feed: pause.feed, seq: pause.seq });
      return ok(null);
    },
    close: () => {
      live.close();
    },
  };
}

/** All that was said, the last first, and what the summary says, with the voices. */
function* allWords(live: LiveMeeting): Generator<VoicedWords> {
  for (const { voice, text } of live.summary.read().flatMap(({ runs }) => runs)) yield { voice, text };
  for (const { id, voice } of [...live.state.meeting.utterances.values()].reverse()) {
    yield { voice, text: plainText(live.shelf.read(id)) };
  }
}
