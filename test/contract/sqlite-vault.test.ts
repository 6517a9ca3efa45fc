import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

import { afterEach, describe, expect, it } from "vitest";

import type { VaultFailure } from "../../shared/shell.ts";
import { bytesOf, entry, meeting, samiras } from "./kept.ts";
import { mountDisk, whyNoDisk, type MountedDisk } from "./mounted-disk.ts";
import { databasesIn, filesIn, newSqliteDevice, type SqliteDevice } from "./sqlite-device.ts";
import { ERASURE_PROMISES, TROUBLE_PROMISES, type AilingDevice, type SearchableDevice } from "./vault-trouble.ts";
import { VAULT_PROMISES } from "./vault.ts";

const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0).toReversed()) end();
});

async function newDevice(): Promise<SqliteDevice> {
  const device = newSqliteDevice();
  endings.push(() => device.remove());
  return device;
}

async function newSearchable(): Promise<SearchableDevice> {
  const device = await newDevice();
  return {
    ...device,
    placesOf: async (words) => filesIn(device.directory).filter((path) => readFileSync(path).includes(words)),
  };
}

function newDisk(): MountedDisk {
  const disk = mountDisk(8 * 1024 * 1024);
  endings.push(() => disk.unmount());
  return disk;
}

describe("the desktop's vault in SQLite files on a real disk", () => {
  it.each(VAULT_PROMISES)("$title", ({ isKept }) => isKept(() => newDevice()));
  it.each(ERASURE_PROMISES)("$title", ({ isKept }) => isKept(newSearchable));
});

describe("the desktop's vault while another program is writing", () => {
  async function held(): Promise<AilingDevice> {
    const device = await newDevice();
    const holding: DatabaseSync[] = [];
    return {
      ...device,
      async fail() {
        for (const path of databasesIn(device.directory)) {
          const database = new DatabaseSync(path);
          database.exec("BEGIN IMMEDIATE");
          holding.push(database);
        }
      },
      async mend() {
        for (const database of holding.splice(0)) database.close();
      },
    };
  }
  it.each(TROUBLE_PROMISES)("$title", async ({ isKept }) => isKept(await held(), "vault-locked", true));
});

describe("the desktop's vault while another program has it for itself", () => {
  async function held(): Promise<AilingDevice> {
    const device = await newDevice();
    const holding: DatabaseSync[] = [];
    return {
      ...device,
      async fail() {
        for (const path of databasesIn(device.directory)) {
          const database = new DatabaseSync(path);
          database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
          holding.push(database);
        }
      },
      async mend() {
        for (const database of holding.splice(0)) database.close();
      },
    };
  }
  it("says so from the first moment where the program is started in the middle of it", async () => {
    await TROUBLE_PROMISES[1]?.isKept(await held(), "vault-locked", false);
  });
});

describe("the desktop's vault where a newer version of the program has been", () => {
  async function renewed(version: number): Promise<AilingDevice & SqliteDevice> {
    const device = await newDevice();
    return {
      ...device,
      async fail() {
        await device.takeAway();
        for (const path of databasesIn(device.directory)) setVersion(path, version);
      },
      async mend() {
        for (const path of databasesIn(device.directory)) setVersion(path, 1);
      },
    };
  }
  it("says so from the first moment where the program is started in the middle of it", async () => {
    await TROUBLE_PROMISES[1]?.isKept(await renewed(2), "vault-newer", false);
  });

  it("touches nothing, also not by forgetting", async () => {
    const device = await renewed(7);
    const vault = await device.open();
    await vault.append(meeting, [entry(samiras, 0)]);
    await vault.putRecord("voice/1", bytesOf("a sealed key"));
    await device.fail();
    const before = contents(device.directory);
    const older = await device.open();
    for (const answer of [
      await older.append(meeting, [entry(samiras, 1)]),
      await older.replace(meeting, [entry(samiras, 0, "gone")]),
      await older.read(meeting),
      await older.putRecord("voice/1", bytesOf("other")),
      await older.records(""),
      await older.forget(meeting, "voice/"),
    ]) {
      expect(answer).toEqual({ ok: false, reason: "vault-newer" });
    }
    await device.takeAway();
    expect(contents(device.directory)).toEqual(before);
  });
});

describe.skipIf(whyNoDisk() !== null)(`the desktop's vault on a disk in trouble ${whyNoDisk() ?? ""}`, () => {
  async function onDisk(fail: (disk: MountedDisk) => void, mend: (disk: MountedDisk) => void): Promise<AilingDevice> {
    const disk = newDisk();
    const device = newSqliteDevice(disk.directory);
    // With the disk goes what is on it.
    endings.push(() => void device.takeAway());
    return {
      ...device,
      async fail() {
        fail(disk);
      },
      async mend() {
        mend(disk);
      },
    };
  }
  const troubles: readonly [string, VaultFailure, () => Promise<AilingDevice>][] = [
    [
      "that is full to the last byte",
      "vault-full",
      () =>
        onDisk(
          (disk) => disk.fill(0),
          (disk) => disk.empty(),
        ),
    ],
    [
      "that has room for a little",
      "vault-full",
      () =>
        onDisk(
          (disk) => disk.fill(200_000),
          (disk) => disk.empty(),
        ),
    ],
  ];
  for (const [which, says, ailing] of troubles) {
    it.each(TROUBLE_PROMISES)(`${which}: $title`, async ({ isKept }) => isKept(await ailing(), says, true));
  }

  it("that may only be read: says so from the first moment, and can be read", async () => {
    const device = await onDisk(
      (disk) => disk.setReadOnly(true),
      (disk) => disk.setReadOnly(false),
    );
    await TROUBLE_PROMISES[1]?.isKept(device, "vault-read-only", true);
  });
});

function setVersion(path: string, version: number): void {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

function contents(directory: string): readonly (readonly [string, string])[] {
  return filesIn(directory).map((path) => [path, readFileSync(path).toString("base64")]);
}
