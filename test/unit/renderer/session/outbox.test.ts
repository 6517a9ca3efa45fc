import { beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { Believed } from "../../../../renderer/session/believed.ts";
import { Outbox, type Writer } from "../../../../renderer/session/outbox.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { judge } from "../../../../shared/consent/judge.ts";
import { MAX_ENTRY_BYTES } from "../../../../shared/feed/entry.ts";
import { clientIdOf } from "../../../../shared/feed/head.ts";
import { Inbox } from "../../../../shared/feed/inbox.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";
import { layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";
import { firstHead, meetingSecrets } from "../../../cast/writing.ts";
import { createMemoryVault, type MemoryVault } from "../../../twins/memory-vault.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";

/** Waits until it holds, on a busy machine too. */
const patiently = (holds: () => void) => vi.waitFor(holds, 30_000);

let secrets: MeetingSecrets;
let vault: MemoryVault;
let outbox: Outbox;
let written: Believed[];
let saving: string[];

async function feedOf(voice: CastVoice): Promise<Writer> {
  const head = firstHead(voice);
  const clientId = await clientIdOf(secrets.meeting, head.publicKey, head.session);
  return { privateKey: voice.privateKey, own: { clientId, head } };
}

/** The edits that typing these words makes, key by key, under a feed's client id. */
function keysOf({ own }: Writer, words: string): Bytes[] {
  const doc = new Y.Doc();
  doc.clientID = own.clientId;
  const edits: Bytes[] = [];
  doc.on("update", (update: Uint8Array) => edits.push(new Uint8Array(update)));
  for (const letter of words) doc.getText("words").insert(doc.getText("words").length, letter);
  return edits;
}

function wordsOf(facts: readonly Believed[]): string {
  const doc = new Y.Doc();
  for (const { fact } of facts) if (fact.kind === "edit") Y.applyUpdate(doc, fact.update);
  return doc.getText("words").toJSON();
}

beforeEach(async () => {
  secrets = await meetingSecrets();
  vault = await createMemoryVault();
  [written, saving] = [[], []];
  outbox = new Outbox({
    secrets: { ...secrets, first: secrets.key },
    vault,
    meeting,
    clock: { last: 0 },
    onWritten: (believed) => written.push(...believed),
    onSaving: (state) => saving.push(state),
  });
});

describe("what is done on this laptop", () => {
  it("is saved before it is handed on", async () => {
    const own = await feedOf(samira);
    const append = vi.spyOn(vault, "append");
    const done = outbox.write(own, { kind: "statement", statement: { kind: "paused" } });
    await patiently(() => {
      expect(append).toHaveBeenCalled();
    });
    await done;
    expect((await entriesKept(vault, meeting)).map(({ bytes }) => bytes)).toEqual(
      written.map(({ entry }) => entry.bytes),
    );
    expect(saving).toEqual(["saving", "saved"]);
    expect(outbox.idle).toBe(true);
  });

  it("is what the other laptops will read: proved, judged, in its order", async () => {
    const [hers, mothers] = [await feedOf(samira), await feedOf(layla)];
    const utterance = await utteranceOf(samira, 1);
    await Promise.all([
      outbox.write(hers, {
        kind: "statement",
        statement: { kind: "utterance-begun", utterance, after: null, answers: null, phase: "conversation" },
      }),
      ...keysOf(hers, "I want to sleep.").map((update) =>
        outbox.write(hers, { kind: "edit", target: utterance, update }),
      ),
      outbox.write(mothers, { kind: "statement", statement: { kind: "paused" } }),
      outbox.write(hers, { kind: "statement", statement: { kind: "utterance-said", utterance } }),
    ]);
    const { entries, broken } = await new Inbox(secrets).receive(written.map(({ entry }) => entry.bytes));
    expect(broken).toEqual([]);
    expect(entries).toHaveLength(written.length);
    for (const [index, entry] of entries.filter(({ voice }) => voice === samira.id).entries()) {
      const own = written.filter(({ entry: { feed } }) => feed === hers.own.head.feed)[index];
      expect(await judge(meeting, entry, hers.own.clientId)).toEqual({ ok: true, value: own?.fact });
    }
  });

  it("goes out with the first key; keys that come while it is being saved become one entry", async () => {
    const own = await feedOf(samira);
    const [first, ...others] = keysOf(own, "sleep");
    const act = (update: Bytes | undefined) =>
      ({ kind: "edit", target: "summary", update: update ?? new Uint8Array(0) }) as const;
    const done = [outbox.write(own, act(first)), ...others.map((update) => outbox.write(own, act(update)))];
    await Promise.all(done);
    expect(written).toHaveLength(2);
    expect(wordsOf(written)).toBe("sleep");
  });

  it("keeps a statement between the edits it was made between", async () => {
    const own = await feedOf(samira);
    const utterance = await utteranceOf(samira, 1);
    const [first, second] = keysOf(own, "ab").map((update) => ({ kind: "edit", target: "summary", update }) as const);
    if (first === undefined || second === undefined) throw new Error("two keys make two edits");
    await Promise.all([
      outbox.write(own, { kind: "statement", statement: { kind: "paused" } }),
      outbox.write(own, first),
      outbox.write(own, { kind: "statement", statement: { kind: "utterance-said", utterance } }),
      outbox.write(own, second),
    ]);
    expect(written.map(({ fact }) => (fact.kind === "statement" ? fact.stated.body.kind : fact.kind))).toEqual([
      "paused",
      "edit",
      "utterance-said",
      "edit",
    ]);
  });

  it("claims a later time with every entry, also where the wall clock stands still", async () => {
    vi.spyOn(Date, "now").mockReturnValue(1_700_000_000_000);
    const own = await feedOf(samira);
    for (let count = 0; count < 3; count += 1)
      await outbox.write(own, { kind: "statement", statement: { kind: "paused" } });
    const times = written.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(3);
  });
});

describe("what no entry can be made of", () => {
  const paused = { kind: "statement", statement: { kind: "paused" } } as const;
  const tooLarge = { kind: "edit", target: "summary", update: new Uint8Array(MAX_ENTRY_BYTES) } as const;

  it("is told to whoever asked for it, and all that was asked for before and after is kept", async () => {
    const own = await feedOf(samira);
    const outcomes = await Promise.allSettled([paused, paused, tooLarge, paused].map((act) => outbox.write(own, act)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(outbox.idle).toBe(true);
    expect(saving.at(-1)).toBe("saved");
    const { entries, broken } = await new Inbox(secrets).receive(written.map(({ entry }) => entry.bytes));
    expect(broken).toEqual([]);
    expect(entries.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  });

  it("does not keep the next from being written, where it was asked for alone", async () => {
    const own = await feedOf(samira);
    await expect(outbox.write(own, tooLarge)).rejects.toThrow("size");
    expect(outbox.idle).toBe(true);
    await outbox.write(own, paused);
    expect(written).toHaveLength(1);
    expect(await entriesKept(vault, meeting)).toHaveLength(1);
  });
});

describe("while the vault does not take anything", () => {
  it("nothing is handed on; everything is, in its order, once it does", async () => {
    vi.useFakeTimers();
    const own = await feedOf(samira);
    vault.failWith = "vault-full";
    const done = Promise.all([
      outbox.write(own, { kind: "statement", statement: { kind: "paused" } }),
      ...keysOf(own, "sleep").map((update) => outbox.write(own, { kind: "edit", target: "summary", update })),
    ]);
    await patiently(() => {
      expect(saving).toContain("failed");
    });
    expect(written).toEqual([]);
    expect(outbox.idle).toBe(false);
    vault.failWith = null;
    await vi.advanceTimersByTimeAsync(2500);
    vi.useRealTimers();
    await done;
    expect(wordsOf(written)).toBe("sleep");
    expect(saving.at(-1)).toBe("saved");
    expect((await new Inbox(secrets).receive(written.map(({ entry }) => entry.bytes))).entries).toHaveLength(
      written.length,
    );
  });

  it("a closed meeting stops trying", async () => {
    vi.useFakeTimers();
    const own = await feedOf(samira);
    vault.failWith = "vault-unavailable";
    void outbox.write(own, { kind: "statement", statement: { kind: "paused" } });
    await patiently(() => {
      expect(saving).toContain("failed");
    });
    outbox.close();
    vault.failWith = null;
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(written).toEqual([]);
    expect(await entriesKept(vault, meeting)).toEqual([]);
  });
});
