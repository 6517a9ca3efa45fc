import * as Y from "yjs";
import { describe, expect, it } from "vitest";
import type { CarriedEntry } from "../../../../renderer/transport/carrier.ts";
import { Ledger } from "../../../../renderer/transport/holdings.ts";
import { BAG, encodeRun } from "../../../../renderer/transport/slots.ts";
import { WireDoc } from "../../../../renderer/transport/wire-doc.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import type { FeedId } from "../../../../shared/feed/ids.ts";

const SAMIRA = 5;
const ELLEN = 2 ** 53 - 1;

const said = (words: string): Bytes => new TextEncoder().encode(words);
const read = (bytes: Bytes): string => new TextDecoder().decode(bytes);
const entry = (clientId: number, seq: number, words: string): CarriedEntry => ({
  // The wire doc never looks at the feed, only at the client id derived from it.
  feed: `feed-${clientId}` as FeedId,
  clientId,
  seq,
  bytes: said(words),
});

interface Laptop {
  readonly wire: WireDoc;
  readonly arrived: string[];
}

function openLaptop(): Laptop {
  const arrived: string[] = [];
  return { wire: new WireDoc((entries) => arrived.push(...entries.map(read))), arrived };
}

/** What y-webrtc does with an update from a peer. */
function receive(laptop: Laptop, update: Uint8Array): boolean {
  const admitted = laptop.wire.admit(update);
  if (admitted !== null) Y.applyUpdate(laptop.wire.doc, admitted, "peer");
  return admitted !== null;
}

/** Both ask each other for what they miss by numbers, as stock y-webrtc does when it connects. */
function sync(a: Laptop, b: Laptop): void {
  const missing = (from: Laptop, to: Laptop) => Y.encodeStateAsUpdate(from.wire.doc, Y.encodeStateVector(to.wire.doc));
  receive(b, missing(a, b));
  receive(a, missing(b, a));
}

/** One asks the other, as this program does. */
async function ask(from: Laptop, to: Laptop): Promise<void> {
  const holdings = await new Ledger(from.wire).holdings();
  const stateVector = await new Ledger(to.wire).stateVectorFor(holdings, new Map());
  receive(from, Y.encodeStateAsUpdate(to.wire.doc, Y.encodeStateVector(stateVector)));
}

const bag = (laptop: Laptop): readonly string[] => laptop.wire.doc.getArray<Bytes>(BAG).toArray().map(read).sort();

const CONVERSATION = [
  entry(SAMIRA, 0, "I want to sleep"),
  entry(SAMIRA, 1, "and I don't want to be talked about in the kitchen"),
  entry(ELLEN, 0, "What would you like to use this time for?"),
  entry(ELLEN, 1, "Who should be here and isn't?"),
];

describe("Two laptops that fill their wire docs from their vaults", () => {
  it("make the same structs, whatever the order and however often", () => {
    const [a, b] = [openLaptop(), openLaptop()];
    a.wire.put(CONVERSATION);
    for (const one of [...CONVERSATION].reverse().sort((x, y) => x.seq - y.seq)) {
      b.wire.put([one]);
      b.wire.put([one, one]);
    }
    expect(Y.encodeStateVector(b.wire.doc)).toEqual(Y.encodeStateVector(a.wire.doc));
    expect(Y.encodeStateAsUpdate(b.wire.doc)).toEqual(Y.encodeStateAsUpdate(a.wire.doc));
    expect(bag(b)).toEqual(bag(a));
  });

  it("have nothing to tell each other afterwards, not even when everything is sent once more", () => {
    const [a, b] = [openLaptop(), openLaptop()];
    a.wire.put(CONVERSATION);
    b.wire.put(CONVERSATION);
    let updates = 0;
    b.wire.doc.on("update", () => (updates += 1));
    sync(a, b);
    receive(b, Y.encodeStateAsUpdate(a.wire.doc));
    expect(updates).toBe(0);
    expect(a.arrived).toEqual([]);
    expect(b.arrived).toEqual([]);
    expect(bag(b)).toHaveLength(CONVERSATION.length);
  });

  it("give each other what only one of them has, once, in each feed's order", () => {
    const [a, b] = [openLaptop(), openLaptop()];
    a.wire.put(CONVERSATION.slice(0, 2));
    b.wire.put(CONVERSATION.slice(2));
    sync(a, b);
    sync(a, b);
    expect(a.arrived).toEqual(CONVERSATION.slice(2).map((one) => read(one.bytes)));
    expect(b.arrived).toEqual(CONVERSATION.slice(0, 2).map((one) => read(one.bytes)));
    expect(Y.encodeStateAsUpdate(b.wire.doc)).toEqual(Y.encodeStateAsUpdate(a.wire.doc));
  });

  it("hand an entry over in order even if the one after it came first", () => {
    const [a, b] = [openLaptop(), openLaptop()];
    const updates: Uint8Array[] = [];
    a.wire.doc.on("update", (update) => updates.push(update));
    a.wire.put([entry(SAMIRA, 0, "first")]);
    a.wire.put([entry(SAMIRA, 1, "second")]);
    for (const update of [...updates].reverse()) receive(b, update);
    expect(b.arrived).toEqual(["first", "second"]);
  });

  it("hand over what had to wait even if their own vault supplies what it waited for", () => {
    const b = openLaptop();
    receive(b, encodeRun({ client: SAMIRA, clock: 1, contents: [said("second")] }));
    b.wire.put([entry(SAMIRA, 0, "first")]);
    expect(b.arrived).toEqual(["second"]);
    expect(bag(b)).toEqual(["first", "second"]);
  });

  it("send one update for all that is put at once", () => {
    const a = openLaptop();
    let updates = 0;
    a.wire.doc.on("update", () => (updates += 1));
    a.wire.put(CONVERSATION);
    expect(updates).toBe(1);
    a.wire.put(CONVERSATION);
    expect(updates).toBe(1);
  });
});

describe("A modified program", () => {
  const forged = (clock: number, ...words: readonly string[]) =>
    encodeRun({ client: SAMIRA, clock, contents: words.map(said) });

  it("cannot keep Samira's words from her own peers by filling her slot first", () => {
    const [samira, ellen] = [openLaptop(), openLaptop()];
    receive(samira, forged(0, "forged", "forged too"));
    samira.wire.put([entry(SAMIRA, 0, "mine"), entry(SAMIRA, 1, "mine too"), entry(SAMIRA, 2, "and this")]);
    sync(samira, ellen);
    expect([...ellen.arrived].sort()).toEqual(["and this", "forged", "forged too", "mine", "mine too"]);
  });

  it("cannot keep them from one laptop that it reached before her", () => {
    const [samira, ellen, karim] = [openLaptop(), openLaptop(), openLaptop()];
    receive(ellen, forged(0, "forged"));
    samira.wire.doc.on("update", (update) => receive(ellen, update));
    samira.wire.put([entry(SAMIRA, 0, "mine")]);
    expect(ellen.arrived).toEqual(["forged", "mine"]);
    sync(ellen, karim);
    expect([...karim.arrived].sort()).toEqual(["forged", "mine"]);
  });

  it("cannot keep a whole record from a laptop that comes late and asks it first", async () => {
    const [samira, layla] = [openLaptop(), openLaptop()];
    samira.wire.put(CONVERSATION);
    receive(layla, forged(0, "forged 0", "forged 1", "forged 2", "forged 3"));
    // Layla's laptop has more of Samira's feed than there is; Samira's hears of it and then knows better.
    for (let round = 0; round < 2; round += 1) {
      await ask(layla, samira);
      await ask(samira, layla);
    }
    const spoken = CONVERSATION.map((one) => read(one.bytes));
    expect(layla.arrived).toEqual(expect.arrayContaining(spoken));
    for (const words of spoken) expect(layla.arrived.filter((one) => one === words)).toHaveLength(1);
  });

  it("cannot keep Samira's words from Ellen by leaving no room for them", () => {
    const [samira, ellen] = [openLaptop(), openLaptop()];
    for (let sent = 0; sent < 70; sent += 1) {
      const junk = new Uint8Array(1024 * 1024).fill(sent);
      receive(ellen, encodeRun({ client: 1000 + sent, clock: 0, contents: [junk] }));
    }
    const held = ellen.wire.doc.getArray<Bytes>(BAG).toArray();
    expect(held.length).toBeLessThan(64);
    samira.wire.doc.on("update", (update) => receive(ellen, update));
    samira.wire.put([entry(SAMIRA, 0, "mine")]);
    expect(ellen.arrived).toContain("mine");
    // What is proved to be hers is put, and so kept.
    ellen.wire.put([entry(SAMIRA, 0, "mine")]);
    expect(bag(ellen)).toContain("mine");
  });

  it("does not make a laptop insert the same entry again and again", () => {
    const [samira, ellen] = [openLaptop(), openLaptop()];
    receive(samira, forged(0, "forged"));
    for (let time = 0; time < 5; time += 1) {
      samira.wire.put([entry(SAMIRA, 0, "mine")]);
      receive(ellen, forged(0, "forged"));
      receive(ellen, encodeRun({ client: SAMIRA, clock: 0, contents: [said("mine")] }));
      sync(samira, ellen);
    }
    // Each of the two may have rehoused it before it heard of the other.
    expect(bag(samira).filter((words) => words === "mine").length).toBeLessThanOrEqual(2);
    expect(ellen.arrived.filter((words) => words === "mine")).toHaveLength(1);
  });

  it.each([
    [
      "deletes what was said",
      (doc: Y.Doc) => {
        doc.getArray(BAG).delete(0, 1);
      },
    ],
    [
      "puts text where bytes belong",
      (doc: Y.Doc) => {
        doc.getArray(BAG).push(["words"]);
      },
    ],
    [
      "opens a second root",
      (doc: Y.Doc) => {
        doc.getArray("other").push([said("words")]);
      },
    ],
    [
      "hides a document in the bag",
      (doc: Y.Doc) => {
        doc.getArray(BAG).push([new Y.Doc()]);
      },
    ],
    [
      "squeezes bytes between two entries",
      (doc: Y.Doc) => {
        doc.getArray(BAG).insert(1, [said("words")]);
      },
    ],
  ])("is not heard when it %s", (_, attack) => {
    const samira = openLaptop();
    samira.wire.put(CONVERSATION);
    const karims = new Y.Doc();
    Y.applyUpdate(karims, Y.encodeStateAsUpdate(samira.wire.doc));
    const before = Y.encodeStateVector(karims);
    karims.transact(() => attack(karims));
    expect(receive(samira, Y.encodeStateAsUpdate(karims, before))).toBe(false);
    expect(bag(samira)).toEqual(CONVERSATION.map((one) => read(one.bytes)).sort());
  });

  it("is not heard when it writes under the id that a laptop's presence hangs on", () => {
    const samira = openLaptop();
    const { clientID } = samira.wire.doc;
    expect(receive(samira, encodeRun({ client: clientID, clock: 0, contents: [said("mine")] }))).toBe(false);
    expect(samira.wire.doc.clientID).toBe(clientID);
  });

  it("is not heard when it sends noise", () => {
    const samira = openLaptop();
    for (const noise of [[], [1], [255, 255, 255, 255, 255], [1, 1, 5, 0, 3], [0, 1, 5, 1, 0, 200]]) {
      expect(samira.wire.admit(Uint8Array.from(noise))).toBeNull();
    }
  });

  it("cannot make a laptop keep endless bytes that wait for entries which never come", () => {
    const samira = openLaptop();
    const megabyte = new Uint8Array(1024 * 1024);
    for (let clock = 10; clock < 25; clock += 1) {
      receive(samira, encodeRun({ client: SAMIRA, clock, contents: [megabyte] }));
    }
    expect(samira.wire.doc.store.pendingStructs?.update.length ?? 0).toBeLessThan(6 * 1024 * 1024);
    samira.wire.put(CONVERSATION);
    expect(bag(samira).length).toBeGreaterThanOrEqual(CONVERSATION.length);
  });
});

describe("what is let go of", () => {
  const words = said("She was like this when Dad left.");
  const bare = said("-");
  const keep = (bytes: Uint8Array<ArrayBuffer>) => (read(bytes) === read(words) ? bare : bytes);
  const holds = (laptop: Laptop, bytes: Uint8Array) =>
    Buffer.from(Y.encodeStateAsUpdate(laptop.wire.doc)).includes(Buffer.from(bytes));

  it("is in no struct any more, and does not come back from a laptop that was away, nor to another through it", () => {
    const [samira, karim, jo] = [openLaptop(), openLaptop(), openLaptop()];
    karim.wire.put([entry(7, 0, "Jo asked."), entry(7, 1, read(words))]);
    sync(samira, karim);
    expect(holds(samira, words)).toBe(true);
    samira.wire.screen(keep);
    expect(holds(samira, words)).toBe(false);
    sync(samira, karim);
    sync(samira, jo);
    expect([holds(samira, words), holds(jo, words)]).toEqual([false, false]);
    expect(jo.arrived).toContain("-");
    receive(samira, encodeRun({ client: 99, clock: 0, contents: [words] }));
    expect(holds(samira, words)).toBe(false);
    karim.wire.screen(keep);
    expect(holds(karim, words)).toBe(false);
  });
});
