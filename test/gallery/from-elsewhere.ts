import { keptVoices } from "../../renderer/session/keyring.ts";
import { createLocalVoice } from "../../renderer/session/local-voice.ts";
import { claimedMs, nextTick, type ClaimedAt } from "../../shared/feed/clock.ts";
import { meetingBytes } from "../../shared/feed/entry.ts";
import type { DocName, UtteranceId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { unlock } from "../../shared/meeting/secret.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import { granted } from "../cast/laptops.ts";
import { passOf } from "../cast/passes.ts";
import { Pen, type Saying } from "../cast/pen.ts";
import type { PlayedMeeting } from "./played-meeting.ts";

/** Something that someone said, as it reaches the others from another run of the program on their laptop. */
export interface FromElsewhere {
  readonly name: string;
  readonly words: string;
  /** What was the last thing said where it was written; the last thing of all where nothing is said. */
  readonly after?: UtteranceId;
  /** How long after that it was said. */
  readonly laterMs?: number;
}

/** Says something in someone's name in a feed of its own, as words arrive that were written without a connection. */
export async function sayElsewhere(meeting: PlayedMeeting, said: FromElsewhere): Promise<UtteranceId> {
  const { name, words, laterMs = 0 } = said;
  const { state } = anySession(meeting).view();
  const after = said.after ?? state.order.at(-1) ?? null;
  const before = after === null ? undefined : state.utterances.get(after)?.begunAt;
  const at = before === undefined ? nextTick(0, Date.now()) : nextTick(before, claimedMs(before) + laterMs);
  const pen = await penOf(meeting, name, () => at);
  const utterance = createOwnedId<UtteranceId>(pen.voice.pen.mark);
  await pen.say({ utterance, text: words, after });
  meeting.room.putAnything(...pen.written.map(({ bytes }) => bytes));
  await meeting.everywhere((session) => session.view().state.utterances.get(utterance)?.said === true);
  return utterance;
}

/** Writes where nobody may, in someone's name: what a modified program on their laptop would do. */
export async function breakARule(meeting: PlayedMeeting, name: string): Promise<void> {
  const pen = await penOf(meeting, name);
  await pen.edit("nowhere" as DocName, "This is not theirs."); // a document that nobody has
  meeting.room.putAnything(...pen.written.map(({ bytes }) => bytes));
  await meeting.everywhere((session) => session.view().quarantines.length > 0);
}

/** So many utterances, said in turn, written all at once: `line` gives who says what. */
export async function sayInTurn(
  meeting: PlayedMeeting,
  count: number,
  line: (number: number) => { readonly name: string; readonly words: string },
): Promise<void> {
  const turns = new Map<string, Saying[]>();
  const pens = new Map<string, Pen>();
  let last: UtteranceId | null = null;
  for (let number = 0; number < count; number += 1) {
    const { name, words: text } = line(number);
    const pen: Pen = pens.get(name) ?? (await penOf(meeting, name));
    pens.set(name, pen);
    const utterance: UtteranceId = createOwnedId<UtteranceId>(pen.voice.pen.mark);
    const sayings = turns.get(name) ?? [];
    turns.set(name, sayings);
    sayings.push({ utterance, text, after: last });
    last = utterance;
  }
  await Promise.all(
    [...pens].map(async ([name, pen]) => {
      for (const saying of turns.get(name) ?? []) await pen.say(saying);
    }),
  );
  meeting.room.putAnything(...[...pens.values()].flatMap(({ written }) => written.map(({ bytes }) => bytes)));
  const end = last;
  await meeting.everywhere((session) => end === null || session.view().state.utterances.get(end)?.said === true);
}

async function penOf(meeting: PlayedMeeting, name: string, now?: () => ClaimedAt): Promise<Pen> {
  const id = anySession(meeting).view().meeting;
  const kept = granted(await keptVoices(meeting.laptop(name).vault, id));
  const voice = kept.open.find((one) => one.id === meeting.voice(name));
  if (voice === undefined) throw new Error(`${name} has no key on their laptop`);
  const secrets = await secretsOf(meeting);
  return new Pen(await createLocalVoice(secrets.meeting, voice), secrets, now);
}

async function secretsOf(meeting: PlayedMeeting): Promise<MeetingSecrets> {
  const [first] = meeting.laptops;
  if (first === undefined) throw new Error("nobody has a laptop");
  const { meeting: id } = anySession(meeting).view();
  const { meetingKey } = await unlock((await passOf(first.vault, id)).secret);
  return { meeting: meetingBytes(id), key: meetingKey };
}

function anySession(meeting: PlayedMeeting) {
  const laptop = meeting.laptops.find(({ isInMeeting }) => isInMeeting);
  if (laptop === undefined) throw new Error("nobody is in the meeting");
  return laptop.session;
}
