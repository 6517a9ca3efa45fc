import fc from "fast-check";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { FeedHead } from "../../shared/feed/head.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { karim, layla, samira, type CastVoice } from "./seven-voices.ts";
import { firstHead, flipped, forge, withoutPayload } from "./writing.ts";

/** One line of a history: as an honest program writes it, or with a fault. */
type Line = "clock-stands" | "sealed-for-others" | "told" | "unsigned";

/** How a voice behaves in its session: it tells one history, or a second one too, which leaves the first at some place. */
interface Conduct {
  readonly voice: CastVoice;
  readonly first: readonly Line[];
  readonly second: readonly Line[];
  readonly partsAfter: number;
}

/** What happens to bytes on the way: some are lost, some damaged, some put there by strangers; all in any order. */
interface Journey {
  readonly damage: readonly { readonly which: number; readonly how: "bare" | "cut" | "flipped"; readonly at: number }[];
  readonly lost: readonly number[];
  readonly noise: readonly Uint8Array[];
  /** Unsigned entries in a voice's name, which hang on its real ones. */
  readonly rivals: readonly { readonly voice: number; readonly after: number }[];
  readonly order: readonly number[];
  readonly batches: readonly number[];
}

const line = fc.oneof(
  { arbitrary: fc.constant<Line>("told"), weight: 12 },
  { arbitrary: fc.constant<Line>("unsigned"), weight: 4 },
  { arbitrary: fc.constantFrom<Line>("clock-stands", "sealed-for-others"), weight: 1 },
);
const conductOf = (voice: CastVoice): fc.Arbitrary<Conduct> =>
  fc.oneof(
    fc.record({
      voice: fc.constant(voice),
      first: fc.array(fc.constant<Line>("told"), { maxLength: 6 }),
      second: fc.constant([]),
      partsAfter: fc.constant(0),
    }),
    fc.record({
      voice: fc.constant(voice),
      first: fc.array(line, { minLength: 1, maxLength: 7 }),
      second: fc.array(line, { maxLength: 4 }),
      partsAfter: fc.nat(7),
    }),
  );

/** Three voices, each honest or not. */
export const conducts = fc.tuple(conductOf(samira), conductOf(layla), conductOf(karim));

/** Any way from the laptops that write to one that reads. */
export const journeys: fc.Arbitrary<Journey> = fc.record({
  damage: fc.array(fc.record({ which: fc.nat(40), how: fc.constantFrom("bare", "cut", "flipped"), at: fc.nat(400) }), {
    maxLength: 12,
  }),
  lost: fc.uniqueArray(fc.nat(40), { maxLength: 3 }),
  noise: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }),
  rivals: fc.array(fc.record({ voice: fc.nat(2), after: fc.nat(7) }), { maxLength: 4 }),
  order: fc.array(fc.nat(10_000), { minLength: 20, maxLength: 60 }),
  batches: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 10 }),
});

interface Told {
  readonly bytes: readonly Bytes[];
  readonly heads: readonly FeedHead[];
}

/** The bytes that a voice makes, and where each leaves its feed. */
async function tell(secrets: MeetingSecrets, others: MeetingSecrets, conduct: Conduct): Promise<Told> {
  const { voice, first, second, partsAfter } = conduct;
  const bytes: Bytes[] = [];
  const heads = [firstHead(voice)];
  const say = async (head: FeedHead, kind: Line, words: string): Promise<FeedHead> => {
    const said = await forge(secrets, voice, {
      words,
      seq: head.nextSeq,
      prev: head.hash,
      at: kind === "clock-stands" ? head.at : head.at + 1,
      signedBy: kind === "unsigned" ? null : voice,
      sealedUnder: kind === "sealed-for-others" ? others : secrets,
    });
    bytes.push(said.bytes);
    heads.push(said.head);
    return said.head;
  };
  let head = firstHead(voice);
  for (const [index, kind] of first.entries()) head = await say(head, kind, `first ${index}`);
  head = heads[Math.min(partsAfter, first.length)] ?? head;
  for (const [index, kind] of second.entries()) head = await say(head, kind, `second ${index}`);
  return { bytes, heads };
}

/** Everything that arrives somewhere, in batches: some of it twice, none of it in order. */
export async function arrivalsOf(
  secrets: MeetingSecrets,
  others: MeetingSecrets,
  voices: readonly Conduct[],
  journey: Journey,
): Promise<readonly (readonly Bytes[])[]> {
  const told = await Promise.all(voices.map((conduct) => tell(secrets, others, conduct)));
  const made = told.flatMap(({ bytes }) => bytes);
  const all = made.filter((_, index) => !journey.lost.includes(index));
  for (const { which, how, at } of journey.damage) {
    const entry = made[which];
    if (entry === undefined) continue;
    if (how === "bare") all.push(withoutPayload(entry));
    else all.push(how === "cut" ? entry.slice(0, at) : flipped(entry, at % entry.length, at % 8));
  }
  for (const { voice, after } of journey.rivals) {
    const [victim, head] = [voices[voice], told[voice]?.heads[after]];
    if (victim === undefined || head === undefined) continue;
    const lie = { seq: head.nextSeq, prev: head.hash, at: head.at + 1, signedBy: null };
    all.push((await forge(secrets, victim.voice, lie)).bytes);
  }
  for (const bytes of journey.noise) all.push(new Uint8Array(bytes));
  return inBatches(shuffled(all, journey.order), journey.batches);
}

/** Every third or so comes twice; where to, and which, follows from the numbers. */
function shuffled(all: readonly Bytes[], order: readonly number[]): Bytes[] {
  const placed: { readonly bytes: Bytes; readonly place: number }[] = [];
  for (const [index, bytes] of all.entries()) {
    const place = order[index % order.length] ?? 0;
    placed.push({ bytes, place });
    if (place % 3 === 0) placed.push({ bytes: bytes.slice(), place: (place * 7919) % 10_007 });
  }
  return placed.toSorted((a, b) => a.place - b.place).map(({ bytes }) => bytes);
}

function inBatches(all: Bytes[], sizes: readonly number[]): Bytes[][] {
  const batches: Bytes[][] = [];
  for (let from = 0, index = 0; from < all.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    batches.push(all.slice(from, from + size));
    from += size;
  }
  return batches;
}
