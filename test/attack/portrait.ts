import type { MeetingSession, MeetingView } from "../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";

/** Decisions that honest laptops word to see whether they still hear each other; no part of the record. */
export const SIGN_OF_LIFE = "Still here";

/** What one laptop takes for true of some voices, a fact to a line. Laptops that agree have the same lines. */
export type Portrait = readonly string[];

/** Everything that this laptop holds to be of these voices, or that decides about them. */
export function portraitOf(session: MeetingSession, voices: ReadonlySet<VoiceId>): Portrait {
  const view = session.view();
  return [
    ...people(view, voices),
    ...utterances(session, view, voices),
    ...wordsOf(session.summaryText(), voices).map((words) => `in the summary: ${words}`),
    ...decisions(view, voices),
    ...revisions(view, voices),
    ...inTheRoom(view, voices),
    `next time: ${JSON.stringify(view.state.nextMeeting)}`,
    `arranged: ${JSON.stringify(view.state.arrangements)}`,
  ];
}

/** The lines that one portrait has more or less than another. */
export function differences(before: Portrait, after: Portrait): readonly string[] {
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !has.has(line)).map((line) => `gone: ${line}`),
    ...after.filter((line) => !had.has(line)).map((line) => `new: ${line}`),
  ];
}

function people({ state, quarantines }: MeetingView, voices: ReadonlySet<VoiceId>): Portrait {
  const everyone = [...state.voices.values()];
  const admitted = everyone.filter(({ standing }) => standing === "admitted").map(({ id }) => id);
  const hosting = everyone.filter((voice) => voice.hosting).map(({ id }) => id);
  return [
    `begun: ${JSON.stringify(state.begun)}`,
    `let in: ${admitted.sort().join(" ")}`,
    `removed: ${everyone
      .filter(({ standing }) => standing === "removed")
      .map(({ id }) => id)
      .join(" ")}`,
    `hosting: ${hosting.sort().join(" ")}`,
    ...everyone.filter(({ id }) => voices.has(id)).map((voice) => `voice: ${JSON.stringify(voice)}`),
    ...quarantines.filter(({ voice }) => voices.has(voice)).map(({ voice, reason }) => `put aside: ${voice} ${reason}`),
  ];
}

function utterances(session: MeetingSession, { state }: MeetingView, voices: ReadonlySet<VoiceId>): Portrait {
  const theirs = state.order.filter((id) => {
    const utterance = state.utterances.get(id);
    if (utterance === undefined || !voices.has(utterance.voice)) return false;
    // What somebody else has written down as theirs is not theirs before they confirm it, and is shown so.
    return utterance.confirmed || utterance.scribe === null || voices.has(utterance.scribe);
  });
  return [
    `order: ${theirs.join(" ")}`,
    ...theirs.map((id) => {
      const words = session.utteranceText(id).map(({ runs }) => runs);
      return `utterance: ${JSON.stringify([state.utterances.get(id), words])}`;
    }),
  ];
}

function wordsOf(paragraphs: readonly Paragraph[], voices: ReadonlySet<VoiceId>): readonly string[] {
  const byVoice = new Map<VoiceId, string>();
  for (const { voice, text } of paragraphs.flatMap(({ runs }) => runs)) {
    if (voice !== null && voices.has(voice)) byVoice.set(voice, (byVoice.get(voice) ?? "") + text);
  }
  return [...byVoice].map(([voice, text]) => `${voice} ${JSON.stringify(text)}`).sort();
}

function decisions({ state }: MeetingView, voices: ReadonlySet<VoiceId>): Portrait {
  return [...state.decisions.values()]
    .filter(({ wordedBy, text }) => voices.has(wordedBy) && !text.startsWith(SIGN_OF_LIFE))
    .map(({ positions, ways, matters, ...decision }) => {
      const theirs = [...positions].filter(([voice]) => voices.has(voice)).sort();
      const theirMatters = [...matters, ...ways.flatMap((way) => [...way.matters])].filter(([by]) => voices.has(by));
      const theirWays = ways.filter(({ by }) => voices.has(by)).map(({ by, text }) => [by, text]);
      return `decision: ${JSON.stringify([decision, theirs, theirWays, theirMatters])}`;
    });
}

/** What is theirs of everything else that happens in the room. */
function inTheRoom({ state }: MeetingView, voices: ReadonlySet<VoiceId>): Portrait {
  const wishes = [...state.wishes.values()].filter(({ voice }) => voices.has(voice));
  return [
    ...[...state.tasks.values()].filter(({ voice }) => voices.has(voice)).map((one) => `task: ${JSON.stringify(one)}`),
    ...wishes.map(({ id, voice, text }) => `wish: ${JSON.stringify([id, voice, text])}`),
    ...[...state.absent.values()]
      .filter(({ notedBy }) => voices.has(notedBy))
      .map(({ id, called, notedBy }) => `missing: ${JSON.stringify([id, called, notedBy])}`),
    ...[...state.readers.values()].filter(({ by }) => voices.has(by)).map(({ id, name }) => `reader: ${id} ${name}`),
    ...[...state.pages.values()].filter(({ by }) => voices.has(by)).map((page) => `page: ${JSON.stringify(page)}`),
    ...[...state.renderings].flatMap(([id, given]) =>
      given.filter(({ by }) => voices.has(by)).map(({ by, text }) => `rendering: ${JSON.stringify([id, by, text])}`),
    ),
  ];
}

function revisions({ revisions: all, agreed }: MeetingView, voices: ReadonlySet<VoiceId>): Portrait {
  return [
    `agreed: ${agreed ?? "nothing"}`,
    ...[...all.values()].flatMap(({ digest, proposedBy, answers }) => [
      ...(voices.has(proposedBy) ? [`proposed: ${digest}`] : []),
      ...[...answers]
        .filter(([voice]) => voices.has(voice))
        .map(([voice, { answer }]) => `answer: ${digest} ${voice} ${answer}`),
    ]),
  ];
}
