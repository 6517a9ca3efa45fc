import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { LATEST_CLAIM } from "../../../../shared/feed/clock.ts";
import { Inbox } from "../../../../shared/feed/inbox.ts";
import type { BrokenFeed, Received } from "../../../../shared/feed/incoming-feed.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { karim, layla, samira, stranger } from "../../../cast/seven-voices.ts";
import {
  firstHead,
  flipped,
  forge,
  meetingSecrets,
  withoutPayload,
  write,
  type Written,
} from "../../../cast/writing.ts";

const SAID = ["I want to sleep.", "Jo asked.", "My aunt is missing.", "I’m frightened.", "Write that."];

let secrets: MeetingSecrets;
let inbox: Inbox;
let samiras: readonly Bytes[];
let headAfter: Written["headAfter"];

beforeAll(async () => {
  secrets = await meetingSecrets();
  ({ entries: samiras, headAfter } = await write(secrets, samira, SAID));
});

beforeEach(() => {
  inbox = new Inbox(secrets);
});

/** What was said, as far as it counts, in the order it came out. */
function words({ entries }: Pick<Received, "entries">): (string | null)[] {
  return entries.map(({ payload }) => (payload === null ? null : new TextDecoder().decode(payload)));
}

/** Everything that comes out when these arrive one by one. */
async function oneByOne(gate: Inbox, bytes: readonly Bytes[]): Promise<Received> {
  const [entries, broken]: [Received["entries"][number][], BrokenFeed[]] = [[], []];
  for (const one of bytes) {
    const received = await gate.receive([one]);
    entries.push(...received.entries);
    broken.push(...received.broken);
  }
  return { entries, broken };
}

/** What still counts once all breaks are known. */
function counting({ entries, broken }: Received): string[] {
  const ends = new Map<string, number>();
  for (const { feed, fromSeq } of broken) ends.set(feed, Math.min(fromSeq, ends.get(feed) ?? Infinity));
  const counted = entries.filter(({ feed, seq }) => seq < (ends.get(feed) ?? Infinity));
  return words({ entries: counted.toSorted((a, b) => a.seq - b.seq) }).map(String);
}

function allOrders<One>(things: readonly One[]): One[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((one, index) => allOrders(things.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

const entry = (index: number): Bytes => samiras[index] ?? new Uint8Array(0);

describe("what a voice said", () => {
  it("comes out in its order, with the voice, the place and the time", async () => {
    const { entries, broken } = await inbox.receive(samiras);
    expect(words({ entries })).toEqual(SAID);
    expect(entries.map(({ voice, seq, at }) => [voice, seq, at])).toEqual(
      SAID.map((_, seq) => [samira.id, seq, seq + 1]),
    );
    expect(broken).toEqual([]);
  });

  it("comes out the same in whatever order it arrives", async () => {
    for (const order of allOrders(samiras)) {
      expect(words(await oneByOne(new Inbox(secrets), order))).toEqual(SAID);
    }
  });

  it("comes out once, however often it arrives", async () => {
    expect(words(await inbox.receive([...samiras, ...samiras]))).toEqual(SAID);
    expect(words(await inbox.receive(samiras))).toEqual([]);
  });

  it("is proved by the last signature when it comes together, and by each when it comes one by one", async () => {
    const verify = vi.spyOn(crypto.subtle, "verify");
    const together = await inbox.receive(samiras);
    expect(verify).toHaveBeenCalledTimes(1);
    const single = await oneByOne(new Inbox(secrets), samiras);
    expect(verify).toHaveBeenCalledTimes(1 + SAID.length);
    expect(single).toEqual(together);
  });

  it("is not held up by another voice of which something is missing", async () => {
    const laylas = await write(secrets, layla, ["In my family we call this an illness.", "Hurry – yes."]);
    const received = await inbox.receive([...laylas.entries.slice(1), ...samiras]);
    expect(words(received)).toEqual(SAID);
  });

  it("is the same voice's in each of its sessions", async () => {
    const { entries } = await write(secrets, samira, ["I want to keep walking to the canal."], firstHead(samira, 2));
    expect(words(await inbox.receive([...samiras, ...entries]))).toEqual([
      ...SAID,
      "I want to keep walking to the canal.",
    ]);
  });
});

describe("what others do to a voice's feed", () => {
  it("an entry in its name with another's signature, or none, counts for nothing", async () => {
    const byKarim = await forge(secrets, samira, { words: "I am ill.", signedBy: karim });
    const byNobody = await forge(secrets, samira, { words: "I am ill.", signedBy: null });
    expect(await inbox.receive([byKarim.bytes, byNobody.bytes])).toEqual({ entries: [], broken: [] });
    expect(words(await inbox.receive(samiras))).toEqual(SAID);
  });

  it("any number of rivals in one place cannot keep the real one out", async () => {
    const rivals = await Promise.all(
      Array.from({ length: 40 }, (_, number) => forge(secrets, samira, { words: String(number), signedBy: null })),
    );
    const changed = Array.from({ length: 40 }, (_, number) => flipped(entry(0), entry(0).length - 1 - number));
    const resigned = Array.from({ length: 40 }, (_, number) => flipped(entry(0), 127 + number));
    await inbox.receive([...rivals.map(({ bytes }) => bytes), ...changed, ...resigned]);
    expect(words(await inbox.receive(samiras))).toEqual(SAID);
    expect(await inbox.receive(changed)).toEqual({ entries: [], broken: [] });
  });

  it("an unsigned chain that goes on from its last word costs one look at each link, and nothing after", async () => {
    await inbox.receive(samiras.slice(0, 3));
    let head = headAfter(3);
    const chain: Bytes[] = [];
    for (let link = 0; link < 50; link += 1) {
      const forged = await forge(secrets, samira, {
        seq: head.nextSeq,
        prev: head.hash,
        at: head.at + 1,
        signedBy: null,
      });
      chain.push(forged.bytes);
      head = forged.head;
    }
    const verify = vi.spyOn(crypto.subtle, "verify");
    await inbox.receive(chain);
    expect(verify).toHaveBeenCalledTimes(50);
    await inbox.receive(chain);
    expect(verify).toHaveBeenCalledTimes(50);
    expect(words(await oneByOne(inbox, samiras.slice(3)))).toEqual(SAID.slice(3));
    expect(verify).toHaveBeenCalledTimes(52);
  });

  it("a payload taken off silences nobody: it is heard when it comes", async () => {
    const bare = samiras.map(withoutPayload);
    const [first, ...others] = bare;
    expect(words(await inbox.receive([entry(0), ...others, first ?? entry(0)]))).toEqual([
      SAID[0],
      null,
      null,
      null,
      null,
    ]);
    const late = await inbox.receive(samiras);
    expect(late.broken).toEqual([]);
    expect(words({ entries: late.entries.toSorted((a, b) => a.seq - b.seq) })).toEqual(SAID.slice(1));
    expect(await inbox.receive([...bare, ...samiras])).toEqual({ entries: [], broken: [] });
  });

  it("entries of another meeting, or sealed with another key, are nobody's here", async () => {
    const elsewhere = await meetingSecrets(2);
    const otherKey = { ...secrets, key: elsewhere.key };
    const otherMeeting = { ...secrets, meeting: elsewhere.meeting };
    for (const other of [elsewhere, otherKey, otherMeeting]) {
      const { entries } = await write(other, stranger, ["Let me in."]);
      expect(await inbox.receive(entries)).toEqual({ entries: [], broken: [] });
    }
  });

  it("a key that is no key has signed nothing", async () => {
    const nobody = await forge(secrets, stranger, { publicKey: new Uint8Array(32).fill(0xff) });
    expect(await inbox.receive([nobody.bytes])).toEqual({ entries: [], broken: [] });
  });

  it("when strangers have used up their room, every signed word is still heard, in any order", async () => {
    const crowded = new Inbox(secrets, 3000);
    const rivals = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        forge(secrets, samira, { seq: 3, words: String(number), signedBy: null }),
      ),
    );
    await crowded.receive(rivals.map(({ bytes }) => bytes));
    const elsewhere = await meetingSecrets(2);
    const flood = await Promise.all(
      Array.from({ length: 20 }, (_, session) =>
        write({ ...secrets, key: elsewhere.key }, stranger, ["x"], firstHead(stranger, session)),
      ),
    );
    await crowded.receive(flood.flatMap(({ entries }) => entries));
    expect(words(await oneByOne(crowded, samiras.toReversed()))).toEqual(SAID);
  });
});

describe("a voice that breaks a rule", () => {
  const broken = (fromSeq: number, reason: string) => [
    { feed: firstHead(samira).feed, voice: samira.id, fromSeq, reason },
  ];

  it("and signs two histories is stopped where they part, whatever the order and however they come", async () => {
    const { entries: second } = await write(secrets, samira, ["I am ill.", "Very."], headAfter(1));
    const all = [...samiras.slice(0, 3), ...second];
    for (const order of allOrders(all)) {
      const [single, together] = [await oneByOne(new Inbox(secrets), order), await new Inbox(secrets).receive(order)];
      for (const received of [single, together]) {
        expect(counting(received)).toEqual(SAID.slice(0, 1));
        expect(received.broken.at(-1)).toEqual(broken(1, "forked")[0]);
      }
    }
  });

  it("and names a history nobody knows is stopped where that would have parted", async () => {
    const liar = await forge(secrets, samira, { seq: 2, prev: new Uint8Array(32).fill(9), at: 3 });
    for (const order of allOrders([...samiras.slice(0, 2), liar.bytes])) {
      expect(counting(await oneByOne(new Inbox(secrets), order))).toEqual(SAID.slice(0, 1));
    }
    const first = await forge(secrets, layla, { prev: new Uint8Array(32).fill(9) });
    expect((await inbox.receive([first.bytes])).broken).toMatchObject([{ fromSeq: 0, reason: "forked" }]);
  });

  it("keeps what it said before, also when that arrives after the break is known", async () => {
    const { entries: fork } = await write(secrets, samira, ["No."], headAfter(3));
    const received = await oneByOne(inbox, [...fork, ...samiras.toReversed()]);
    expect(counting(received)).toEqual(SAID.slice(0, 3));
    expect(received.broken).toEqual(broken(3, "forked"));
  });

  it.each([
    ["does not move its clock", (at: number) => at],
    ["turns its clock back", (at: number) => at - 1],
    ["claims a time after which nobody could speak", () => LATEST_CLAIM + 1024],
  ])("and %s is stopped there", async (_what, claim) => {
    const head = headAfter(2);
    const late = await forge(secrets, samira, { seq: 2, prev: head.hash, at: claim(head.at) });
    const received = await inbox.receive([...samiras.slice(0, 2), late.bytes]);
    expect(words(received)).toEqual(SAID.slice(0, 2));
    expect(received.broken).toEqual(broken(2, "clock-wrong"));
  });

  it("and seals with a key of its own says nothing there, and is heard as soon as that key is given", async () => {
    const head = headAfter(1);
    const sealedUnder = await meetingSecrets(2);
    const hidden = await forge(secrets, samira, { seq: 1, prev: head.hash, at: head.at + 1, sealedUnder });
    const next = await forge(secrets, samira, { seq: 2, prev: hidden.head.hash, at: head.at + 2, words: "Jo asked." });
    const all = [entry(0), withoutPayload(hidden.bytes), hidden.bytes, next.bytes];
    for (const order of allOrders(all)) {
      const otherKeys: CryptoKey[] = [];
      const inbox = new Inbox({ ...secrets, otherKeys });
      const received = await oneByOne(inbox, order);
      expect(counting(received).filter((said) => said !== "null")).toEqual(["I want to sleep.", "Jo asked."]);
      expect(received.broken).toEqual([]);
      otherKeys.push(sealedUnder.key);
      expect(counting(await inbox.reopen())).toEqual(["lies"]);
      expect(counting(await inbox.reopen())).toEqual([]);
    }
  });

  it("stops nobody else", async () => {
    const karims = await write(secrets, karim, ["She was like this when Dad left.", "Sorry."]);
    const { entries: fork } = await write(secrets, karim, ["Not sorry."], karims.headAfter(1));
    const received = await inbox.receive([...karims.entries, ...fork, ...samiras]);
    expect(counting(received).filter((said) => SAID.includes(said))).toEqual(SAID);
    expect(received.broken.map(({ voice }) => voice)).toEqual([karim.id]);
  });
});

describe("what this laptop writes itself", () => {
  const wrote = (count: number) => {
    for (let written = 1; written <= count; written += 1) inbox.wrote(headAfter(written));
  };

  it("counts as seen when it comes back from the others", async () => {
    wrote(SAID.length);
    expect(await inbox.receive(samiras)).toEqual({ entries: [], broken: [] });
  });

  it("is taken from nowhere else, even with its own signature", async () => {
    wrote(2);
    expect(await inbox.receive(samiras)).toEqual({ entries: [], broken: [] });
  });

  it("stands, whatever someone else puts in its name", async () => {
    wrote(SAID.length);
    const forged = await forge(secrets, samira, { words: "I am ill.", signedBy: karim });
    expect(await inbox.receive([forged.bytes])).toEqual({ entries: [], broken: [] });
  });
});
