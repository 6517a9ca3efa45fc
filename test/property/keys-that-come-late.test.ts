import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { Inbox } from "../../shared/feed/inbox.ts";
import type { VerifiedEntry } from "../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { samira } from "../cast/seven-voices.ts";
import { firstHead, forge, meetingSecrets, withoutPayload } from "../cast/writing.ts";

let secrets: MeetingSecrets;
let later: MeetingSecrets;

beforeAll(async () => {
  [secrets, later] = [await meetingSecrets(1), await meetingSecrets(2)];
});

/** What can happen to a laptop: an entry comes, with its words or without; a key comes; words are let go of. */
type Event = { readonly kind: "bare" | "let-go" | "whole"; readonly which: number } | { readonly kind: "key" };

const LONGEST = 8;
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant("whole" as const), which: fc.nat(LONGEST) }), weight: 8 },
    { arbitrary: fc.record({ kind: fc.constant("bare" as const), which: fc.nat(LONGEST) }), weight: 3 },
    {
      arbitrary: fc.record({ kind: fc.constant("let-go" as const), which: fc.integer({ min: 1, max: LONGEST }) }),
      weight: 1,
    },
    { arbitrary: fc.constant({ kind: "key" as const }), weight: 1 },
  ),
  { maxLength: 40, size: "max" },
);

/** One feed, which begins with what is never let go of, some of whose entries are sealed under a key that this laptop is given later. */
async function feedOf(sealed: readonly boolean[]): Promise<readonly Bytes[]> {
  const entries: Bytes[] = [];
  let head = firstHead(samira);
  for (const [index, isLater] of [false, ...sealed].entries()) {
    const made = await forge(secrets, samira, {
      words: `words ${String(index)}`,
      seq: head.nextSeq,
      prev: head.hash,
      at: head.at + 1,
      sealedUnder: isLater ? later : secrets,
    });
    entries.push(made.bytes);
    head = made.head;
  }
  return entries;
}

const textOf = (payload: Bytes | null) => (payload === null ? null : new TextDecoder().decode(payload));

describe("words that come before their key, or after their entry", () => {
  it("are read once both are there, each once, unless they were let go of; and none comes that was not sent", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: LONGEST }), events, async (sealed, happening) => {
        const feed = await feedOf(sealed);
        const otherKeys: CryptoKey[] = [];
        const keys = { ...secrets, otherKeys };
        const inbox = new Inbox(keys);
        const dropped = new Set<number>();
        const got = new Map<number, VerifiedEntry[]>();
        // The definition: what this laptop was sent of an entry since the last time it was let go of, and which keys it has.
        const sent = new Map<number, "bare" | "whole">();
        const take = ({ entries }: { readonly entries: readonly VerifiedEntry[] }): void => {
          for (const entry of entries) got.set(entry.seq, [...(got.get(entry.seq) ?? []), entry]);
        };
        for (const event of [...happening, { kind: "whole" as const, which: 0 }]) {
          if (event.kind === "key") {
            if (otherKeys.length === 0) otherKeys.push(later.key);
            take(await inbox.reopen());
            continue;
          }
          const bytes = feed[event.which];
          if (bytes === undefined) continue;
          if (event.kind === "let-go") {
            dropped.add(event.which);
            if (sent.get(event.which) === "whole") sent.set(event.which, "bare");
            inbox.letGo(({ header }) => dropped.has(header.seq));
          } else {
            // As the intake hands it on: without its words once they are let go of.
            const isBare = event.kind === "bare" || dropped.has(event.which);
            if (!isBare || !sent.has(event.which)) sent.set(event.which, isBare ? "bare" : "whole");
            take(await inbox.receive([isBare ? withoutPayload(bytes) : bytes]));
          }
        }
        const hasKey = otherKeys.length > 0;
        for (let seq = 0; seq < feed.length && sent.has(seq); seq += 1) {
          const words = (got.get(seq) ?? []).map(({ payload }) => textOf(payload)).filter((text) => text !== null);
          const isReadable = seq === 0 || sealed[seq - 1] === false || hasKey;
          expect(got.has(seq)).toBe(true);
          expect(words.length).toBeLessThanOrEqual(1);
          for (const text of words) expect(text).toBe(`words ${String(seq)}`);
          if (sent.get(seq) === "whole" && isReadable) expect(words).toHaveLength(1);
          if (words.length === 1 && sealed[seq - 1] === true) seen.add("opened late or under a later key");
          if (words.length === 0) seen.add("not read");
        }
        for (const seq of got.keys()) expect(sent.has(seq)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBe(2);
  });
});
