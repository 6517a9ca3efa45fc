import type { Vault, VaultFailure } from "../../shared/shell.ts";
import { entriesKept, recordsKept } from "../twins/what-is-kept.ts";
import { chanceFrom } from "./chance.ts";
import { another, bytesOf, ellens, entry, karims, KEPT, meeting, same, samiras, wordsIn } from "./kept.ts";
import type { VaultDevice } from "./vault.ts";

/** A device whose storage can be searched for bytes as somebody would who has it in their hands. */
export interface SearchableDevice extends VaultDevice {
  /** Where the bytes of a text are found. */
  placesOf(words: string): Promise<readonly string[]>;
}

/** One thing that a vault promises about what it lets go of. */
export interface ErasurePromise {
  readonly title: string;
  readonly isKept: (newDevice: () => Promise<SearchableDevice>) => Promise<void>;
}

/** A device whose storage can be made to fail in one way, and brought in order again. */
export interface AilingDevice extends VaultDevice {
  fail(): Promise<void>;
  mend(): Promise<void>;
}

/** How a vault behaves while its storage fails, and afterwards. */
export interface TroublePromise {
  readonly title: string;
  /** `readable`: whether what was kept can be read all the time. */
  readonly isKept: (device: AilingDevice, says: VaultFailure, readable: boolean) => Promise<void>;
}

const NEEDLE = "Dad left when I was nine.";

export const ERASURE_PROMISES: readonly ErasurePromise[] = [
  {
    title: "leaves nothing of the bytes it replaces, however long they are and wherever they had been",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      const words = (seq: number) => `${seq}: ${NEEDLE.repeat(1 + ((seq * 37) % 400))}`;
      for (let seq = 0; seq < 60; seq += 1) await vault.append(meeting, [entry(samiras, seq, words(seq))]);
      same((await device.placesOf(NEEDLE)).length > 0, true);
      const places = Array.from({ length: 60 }, (_, seq) => seq);
      same(
        await vault.replace(
          meeting,
          places.map((seq) => entry(samiras, seq, "–")),
        ),
        KEPT,
      );
      same(await device.placesOf(NEEDLE), []);
      await device.takeAway();
      same(await device.placesOf(NEEDLE), []);
      same(
        (await wordsIn(await device.open(), samiras)).every((line) => line.endsWith(": –")),
        true,
      );
    },
  },
  {
    title: "leaves nothing of one entry among others that stay, also when it was written a moment ago",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.append(meeting, [entry(samiras, 0), entry(samiras, 1, NEEDLE), entry(samiras, 2)]);
      await vault.append(meeting, [entry(samiras, 1, `${NEEDLE} Twice.`)]);
      same(await vault.replace(meeting, [entry(samiras, 1, "")]), KEPT);
      same(await device.placesOf(NEEDLE), []);
      same(await wordsIn(vault, samiras), ["0: words 0", "1: ", "2: words 2"]);
    },
  },
  {
    title: "leaves nothing of what it replaces where entries came in any order and made room for each other",
    async isKept(newDevice) {
      // Meetings in which a vault that only overwrites what it deletes has left something.
      for (const seed of [23, 26, 36, 42]) {
        const [device, chance] = [await newDevice(), chanceFrom(seed)];
        const vault = await device.open();
        const mixed = Array.from({ length: 300 }, (_, seq) => [chance(1e9), seq] as const).sort(([a], [b]) => a - b);
        const feeds = [samiras, ellens, karims];
        const at = (seq: number, words: string) => entry(feeds[seq % 3] ?? samiras, seq, words);
        for (const [, seq] of mixed) {
          const times = 1 + chance(chance(10) === 0 ? 2000 : 60);
          same(await vault.append(meeting, [at(seq, `N${seq}EEDLE`.repeat(times))]), KEPT);
        }
        const gone = mixed.map(([, seq]) => seq).filter(() => chance(3) === 0);
        same(
          await vault.replace(
            meeting,
            gone.map((seq) => at(seq, "-".repeat(chance(300)))),
          ),
          KEPT,
        );
        for (const seq of gone) same(await device.placesOf(`N${seq}EEDLE`), []);
        same((await entriesKept(vault, meeting)).length, 300);
      }
    },
  },
  {
    title: "leaves nothing of a meeting it forgets, nor of the records that belong to it",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.append(another, [entry(ellens, 0)]);
      await vault.append(
        meeting,
        Array.from({ length: 50 }, (_, seq) => entry(samiras, seq, NEEDLE.repeat(seq))),
      );
      await vault.putRecord("voice/1", bytesOf(`${NEEDLE} A key.`));
      await vault.putRecord("voice/1", bytesOf(`${NEEDLE} Another key.`));
      await vault.putRecord("meeting/2", bytesOf("stays"));
      same(await vault.forget(meeting, "voice/"), KEPT);
      same(await device.placesOf(NEEDLE), []);
      same(await entriesKept(vault, meeting), []);
      same(await wordsIn(vault, samiras), []);
      same(
        (await recordsKept(vault, "")).map(({ name }) => name),
        ["meeting/2"],
      );
      same((await entriesKept(vault, another)).length, 1);
      same(await vault.append(meeting, [entry(samiras, 0, "begun again")]), KEPT);
      same(await wordsIn(await device.open(), samiras), ["0: begun again"]);
    },
  },
];

export const TROUBLE_PROMISES: readonly TroublePromise[] = [
  {
    title: "says so, loses nothing it had kept, and goes on when it is over",
    async isKept(device, says, readable) {
      const before = await filled(device);
      await device.fail();
      await refuses(before, says);
      if (readable) same(await wordsIn(before, samiras), ["0: words 0", "1: words 1"]);
      await device.mend();
      await goesOn(before);
      await goesOn(await device.open());
    },
  },
  {
    title: "says so from the first moment where the program is started in the middle of it",
    async isKept(device, says, readable) {
      await filled(device);
      await device.takeAway();
      await device.fail();
      const vault = await device.open();
      await refuses(vault, says);
      if (readable) {
        same(await wordsIn(vault, samiras), ["0: words 0", "1: words 1"]);
        same((await recordsKept(vault, "voice/")).length, 1);
      } else {
        same(await vault.read(meeting), { ok: false, reason: says });
        same(await vault.records(""), { ok: false, reason: says });
      }
      await device.mend();
      await goesOn(vault);
    },
  },
];

async function filled(device: VaultDevice): Promise<Vault> {
  const vault = await device.open();
  same(await vault.append(meeting, [entry(samiras, 0), entry(samiras, 1)]), KEPT);
  same(await vault.putRecord("voice/1", bytesOf("a sealed key")), KEPT);
  return vault;
}

async function refuses(vault: Vault, says: VaultFailure): Promise<void> {
  const refusal = { ok: false, reason: says };
  // More than any room that is left by chance.
  const long = "words ".repeat(400_000);
  same(await vault.append(meeting, [entry(samiras, 2, long), entry(samiras, 3)]), refusal);
  same(await vault.replace(meeting, [entry(samiras, 0, "other"), entry(samiras, 4, long)]), refusal);
  same(await vault.putRecord("voice/2", bytesOf(long)), refusal);
}

async function goesOn(vault: Vault): Promise<void> {
  same((await wordsIn(vault, samiras)).slice(0, 2), ["0: words 0", "1: words 1"]);
  same(await vault.append(meeting, [entry(samiras, 2)]), KEPT);
  same(await wordsIn(vault, samiras), ["0: words 0", "1: words 1", "2: words 2"]);
  same(
    (await recordsKept(vault, "")).map(({ name }) => name),
    ["voice/1"],
  );
}
