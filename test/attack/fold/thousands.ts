import { encodeStatement, foldRecord, type Statement } from "../../../shared/consent/record.ts";
import type { AbsentId, MeetingId, ReaderId, TaskId, UtteranceId, WishId } from "../../../shared/feed/ids.ts";
import { createOwnedId, writerMark } from "../../../shared/meeting/owned-id.ts";
import type { Stated } from "../../../shared/meeting/stated.ts";
import { ellen, karim, okafor, samira, type CastVoice } from "../../cast/seven-voices.ts";
import { firstHead, publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { until } from "../place.ts";

const mark = await writerMark(publicKeyOf(karim));
const BEGUN = { kind: "utterance-begun", after: null, answers: null, phase: "conversation" } as const;
/** However much is stated: so long may it take, at the most, to find out what is true. */
const MOST_MS = 1500;

/** Statements one after the other, each in its voice's feed. */
class Told {
  readonly all: Stated<Statement>[] = [];
  readonly #seqs = new Map<string, number>();

  say(
    voice: Pick<CastVoice, "id">,
    body: Statement,
  ): { readonly feed: Stated<Statement>["feed"]; readonly seq: number } {
    // A feed's name is made of its voice's; the fold compares it and reads nothing from it.
    const feed = firstHead(karim).feed.replace(karim.id, voice.id) as Stated<Statement>["feed"];
    const seq = this.#seqs.get(feed) ?? 0;
    this.#seqs.set(feed, seq + 1);
    this.all.push({ voice: voice.id, feed, seq, at: this.all.length + 1, body });
    return { feed, seq };
  }
}

type Say = (told: Told, count: number) => void;

/** The last words that were said, for who corrects them again and again. */
function correcting(): Say {
  let last: Statement | null = null;
  return (told) => {
    const corrects = last?.kind === "utterance-begun" ? { corrects: last.utterance, after: last.utterance } : {};
    const begun: Statement = { ...BEGUN, utterance: createOwnedId<UtteranceId>(mark), ...corrects };
    told.say(karim, begun);
    told.say(karim, { kind: "utterance-said", utterance: begun.utterance });
    last = begun;
  };
}

/** Everyone lets in the next, each as another person at the centre. */
function lettingIn(): Say {
  let by: Pick<CastVoice, "id"> = samira;
  return (told, count) => {
    // Any name does: the fold looks at no key.
    const next = { id: `${samira.id}${String(count)}` as CastVoice["id"] };
    told.say(next, { kind: "voice-introduced", profile: samira.profile });
    told.say(by, { kind: "voice-admitted", voice: next.id });
    by = next;
  };
}

const THOUSANDS: Readonly<Record<string, () => Say>> = {
  pauses: () => (told) => told.say(karim, { kind: "paused" }),
  reflections: () => (told) => {
    told.say(karim, { kind: "reflection-closed", ...told.say(okafor, { kind: "reflection-opened" }) });
  },
  "times off the record": () => (told) => {
    const place = told.say(karim, { kind: "off-the-record-begun" });
    told.say(karim, { kind: "off-the-record-spoken", ...place });
    told.say(karim, { kind: "off-the-record-ended", ...place, kept: true });
  },
  corrections: correcting,
  "people let in": lettingIn,
  names: () => (told, count) => {
    told.say(karim, { kind: "voice-introduced", profile: { ...karim.profile, name: String(count) } });
  },
  "missing people": () => (told) =>
    told.say(karim, { kind: "absent-noted", absent: createOwnedId<AbsentId>(mark), called: "Dad" }),
  readers: () => (told) =>
    told.say(karim, { kind: "reader-named", reader: createOwnedId<ReaderId>(mark), name: "The GP" }),
  wishes: () => (told) => told.say(karim, { kind: "wish-worded", wish: createOwnedId<WishId>(mark), text: "Sleep." }),
  tasks: () => (told) => {
    const about = { decision: null, because: null, what: "I ring.", until: "" };
    told.say(karim, { kind: "task-taken-on", task: createOwnedId<TaskId>(mark), ...about });
  },
  removals: () => (told, count) => {
    const { feed } = firstHead(karim);
    const session = feed.slice(feed.indexOf("/") + 1);
    const heads = [{ session, count: 1_000_000 + count }] as Extract<Statement, { kind: "removal-proposed" }>["heads"]; // spelt as a session is
    told.say(karim, { kind: "removal-proposed", voice: karim.id, heads });
  },
};

/** Everything that can be stated without end. It is folded anew at every statement, so it may not take ever longer. */
export const statingThousands: readonly Attack[] = [
  ...Object.entries(THOUSANDS).map(([what, begin]): Attack => ({
    name: `state thousands of ${what}`,
    promise: "P5",
    run(stage) {
      const told = new Told();
      const meeting = { name: "", personCalled: "", language: "en", nonce: "A".repeat(43), seed: "" };
      told.say(ellen, { kind: "meeting-begun", ...meeting });
      for (const voice of [samira, karim, okafor]) {
        told.say(voice, { kind: "voice-introduced", profile: voice.profile });
        told.say(ellen, { kind: "voice-admitted", voice: voice.id });
      }
      const say = begin();
      const thousands = scaled(stage, 10_000);
      for (let count = 0; count < thousands; count += 1) say(told, count);
      const from = performance.now();
      // The meeting's name is not looked at by what is folded here.
      foldRecord("meeting" as MeetingId, told.all);
      const tookMs = performance.now() - from;
      const harms = tookMs > MOST_MS ? [`it takes ${tookMs.toFixed()} ms to find out what is true`] : [];
      return Promise.resolve({ tried: thousands, harms });
    },
  })),
  inAMeeting("pause the meeting, over and over", "P5", async (place, stage) => {
    const pen = await place.thief.pen();
    const pauses = scaled(stage, 3000);
    const entries = [];
    for (let count = 0; count < pauses; count += 1) {
      entries.push(await pen.entry({ kind: "statement", payload: encodeStatement({ kind: "paused" }) }));
    }
    place.thief.put(entries);
    const [{ session }] = place.laptops;
    await until("the last of them", () => session.view().state.pause?.seq === pen.head.nextSeq - 1);
    const resumed = await session.resume();
    const harms = !resumed.ok || session.view().state.pause !== null ? ["the meeting cannot go on"] : [];
    return { tried: pauses, harms };
  }),
];
