import type { Vault } from "../../shared/shell.ts";
import { open, seal } from "../../shared/crypto/seal.ts";
import { entriesKept, recordsKept } from "../twins/what-is-kept.ts";
import { RECORD_PROMISES } from "./record-promises.ts";
import { another, bytesOf, ellens, entry, KEPT, meeting, nobodys, same, samiras, wordsIn } from "./kept.ts";

/** One device on which a vault can be opened, as often as the program is started there. */
export interface VaultDevice {
  /** Opens the device's vault, whether it is open already or not. */
  open(): Promise<Vault>;
  /** Takes the storage away from under every vault that is open. What is opened afterwards finds it again. */
  takeAway(): Promise<void>;
}

/**
 * One thing that every vault promises (`shared/shell.ts`). `isKept` throws where it is not. It needs nothing but the standard
 * platform, so that it can be tried inside a browser as well as beside one.
 */
export interface VaultPromise {
  readonly title: string;
  readonly isKept: (newDevice: () => Promise<VaultDevice>) => Promise<void>;
}

const UNAVAILABLE = { ok: false, reason: "vault-unavailable" };

/** What every vault promises while nothing is wrong with it, and when it is taken away. */
export const VAULT_PROMISES: readonly VaultPromise[] = [
  {
    title: "keeps entries, and finds them again when the program is started anew",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      same(await vault.append(meeting, [entry(samiras, 0), entry(samiras, 1)]), KEPT);
      same(await wordsIn(vault, samiras), ["0: words 0", "1: words 1"]);
      same(await wordsIn(await device.open(), samiras), ["0: words 0", "1: words 1"]);
    },
  },
  {
    title: "gives back each feed in its order, however its entries came, also beyond the ninth",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      for (let step = 0; step < 120; step += 1) {
        const seq = (step * 7) % 120;
        same(await vault.append(meeting, [entry(samiras, seq), entry(ellens, 119 - seq)]), KEPT);
      }
      const inOrder = Array.from({ length: 120 }, (_, seq) => `${seq}: words ${seq}`);
      same(await wordsIn(vault, samiras), inOrder);
      same(await wordsIn(vault, ellens), inOrder);
    },
  },
  {
    title: "keeps meetings apart",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      await vault.append(meeting, [entry(samiras, 0)]);
      await vault.append(another, [entry(ellens, 0)]);
      same(
        (await entriesKept(vault, meeting)).map(({ feed }) => feed),
        [samiras],
      );
      same(
        (await entriesKept(vault, another)).map(({ feed }) => feed),
        [ellens],
      );
      same(await entriesKept(vault, nobodys), []);
    },
  },
  {
    title: "keeps what comes last for a place, and keeps it once",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      await vault.append(meeting, [entry(samiras, 0, "without its payload")]);
      await vault.append(meeting, [entry(samiras, 0, "whole"), entry(samiras, 0, "whole")]);
      same(await wordsIn(vault, samiras), ["0: whole"]);
    },
  },
  {
    title: "keeps bytes as they are: none, all values, and a megabyte",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      const all = Uint8Array.from({ length: 256 }, (_, value) => value);
      const kept = [new Uint8Array(0), all, new Uint8Array(1024 * 1024).fill(7)];
      same(
        await vault.append(
          meeting,
          kept.map((bytes, seq) => ({ feed: samiras, seq, bytes })),
        ),
        KEPT,
      );
      same(
        (await entriesKept(vault, meeting)).map(({ bytes }) => bytes),
        kept,
      );
    },
  },
  {
    title: "keeps what it was given, not what becomes of the memory it was given in",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      const memory = bytesOf("I want to sleep.");
      const bytes = memory.subarray(2, 6);
      await vault.append(meeting, [{ feed: samiras, seq: 0, bytes }]);
      await vault.putRecord("voice", bytes);
      memory.fill(0);
      same(await wordsIn(vault, samiras), ["0: want"]);
      same(await recordsKept(vault, "voice"), [{ name: "voice", sealed: bytesOf("want") }]);
    },
  },
  {
    title: "keeps the bytes of an entry, not what else is known of it where it comes from",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      const known = { ...entry(samiras, 0), words: "I want to sleep.", open: () => null };
      same(await vault.append(meeting, [known]), KEPT);
      same(await vault.replace(meeting, [{ ...known, bytes: bytesOf("other") }]), KEPT);
      same(await entriesKept(vault, meeting), [entry(samiras, 0, "other")]);
    },
  },
  {
    title: "keeps all entries of an append or none",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      const impossible = { ...entry(samiras, 1), seq: Number.NaN };
      const result = await vault.append(meeting, [entry(samiras, 0), impossible, entry(samiras, 2)]);
      same((await entriesKept(vault, meeting)).length, result.ok ? 3 : 0);
      same((await entriesKept(await device.open(), meeting)).length, result.ok ? 3 : 0);
    },
  },
  {
    title: "puts other bytes in the place of entries, and leaves the rest as it was",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.append(
        meeting,
        [0, 1, 2].map((seq) => entry(samiras, seq)),
      );
      await vault.append(meeting, [entry(ellens, 1)]);
      await vault.append(another, [entry(samiras, 1)]);
      same(await vault.replace(meeting, [entry(samiras, 1, "gone"), entry(samiras, 2, "")]), KEPT);
      for (const one of [vault, await device.open()]) {
        same(await wordsIn(one, samiras), ["0: words 0", "1: gone", "2: "]);
        same(await wordsIn(one, ellens), ["1: words 1"]);
        same(await entriesKept(one, another), [entry(samiras, 1)]);
      }
    },
  },
  {
    title: "replaces all entries it is given or none",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.append(meeting, [entry(samiras, 0), entry(samiras, 1)]);
      const impossible = { ...entry(samiras, 1), seq: Number.NaN };
      const result = await vault.replace(meeting, [entry(samiras, 0, "new"), impossible]);
      same((await wordsIn(await device.open(), samiras))[0], result.ok ? "0: new" : "0: words 0");
    },
  },
  ...RECORD_PROMISES,
  {
    title: "forgets a meeting and the records that belong to it, and nothing else",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.append(meeting, [entry(samiras, 0), entry(ellens, 0)]);
      await vault.append(another, [entry(ellens, 0)]);
      const names = ["meeting/meeting", "voice/meeting-of-others/1", "voice/meeting/1", "voice/meeting/2"];
      for (const name of names) await vault.putRecord(name, bytesOf(name));
      same(await vault.forget(meeting, "voice/meeting/"), KEPT);
      const reopened = await device.open();
      same(await entriesKept(reopened, meeting), []);
      same((await entriesKept(reopened, another)).length, 1);
      same(
        (await recordsKept(reopened, "")).map(({ name }) => name),
        names.slice(0, 2),
      );
    },
  },
  {
    title: "has one key that opens in the next run what it sealed in this, and that nobody can take out",
    async isKept(newDevice) {
      const device = await newDevice();
      const sealed = await seal(await (await device.open()).sealingKey(), bytesOf("a private key"));
      const key = await (await device.open()).sealingKey();
      same(await open(key, sealed), { ok: true, value: bytesOf("a private key") });
      same(key.extractable, false);
    },
  },
  {
    title: "has one key also when it is opened twice at the same moment for the first time",
    async isKept(newDevice) {
      const device = await newDevice();
      const [here, there] = await Promise.all([device.open(), device.open()]);
      const sealed = await seal(await here.sealingKey(), bytesOf("a private key"));
      same(await open(await there.sealingKey(), sealed), { ok: true, value: bytesOf("a private key") });
    },
  },
  {
    title: "lets two windows write at once, and keeps what both wrote",
    async isKept(newDevice) {
      const device = await newDevice();
      const [here, there] = [await device.open(), await device.open()];
      await Promise.all([
        here.append(meeting, [entry(samiras, 0)]),
        there.append(meeting, [entry(ellens, 0)]),
        here.putRecord("voice/1", bytesOf("1")),
        there.putRecord("voice/2", bytesOf("2")),
      ]);
      same((await entriesKept(here, meeting)).length, 2);
      same(await recordsKept(there, "voice/"), [
        { name: "voice/1", sealed: bytesOf("1") },
        { name: "voice/2", sealed: bytesOf("2") },
      ]);
    },
  },
  {
    title: "says so when its storage is taken away, instead of failing, and loses nothing it had kept",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.append(meeting, [entry(samiras, 0)]);
      await device.takeAway();
      same(await vault.append(meeting, [entry(samiras, 1), entry(samiras, 2)]), UNAVAILABLE);
      same(await vault.replace(meeting, [entry(samiras, 0, "gone")]), UNAVAILABLE);
      same(await vault.putRecord("voice/1", bytesOf("1")), UNAVAILABLE);
      same(await vault.forget(meeting, "voice/"), UNAVAILABLE);
      const reopened = await device.open();
      same(await wordsIn(reopened, samiras), ["0: words 0"]);
      same(await recordsKept(reopened, ""), []);
    },
  },
];
