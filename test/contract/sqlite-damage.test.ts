import { copyFileSync, existsSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { afterEach, describe, expect, it } from "vitest";

import type { KeptEntries } from "../../shared/shell.ts";
import { entriesKept } from "../twins/what-is-kept.ts";
import { entry, KEPT, meeting, samiras } from "./kept.ts";
import { chanceFrom } from "./chance.ts";
import { meetingOn, missingFrom, overwrite, said } from "./long-meeting.ts";
import { databasesIn, filesIn, newSqliteDevice, type SqliteDevice } from "./sqlite-device.ts";

const PAGE_BYTES = 4096;
/** What one page can hold of the entries below, and what leads to others. */
const MOST_ON_ONE_PAGE = 60;

const devices: SqliteDevice[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.remove();
});

function newDevice(): SqliteDevice {
  const device = newSqliteDevice();
  devices.push(device);
  return device;
}

async function readAgain(device: SqliteDevice): Promise<KeptEntries> {
  const files = device.openFiles();
  const kept = await files.read(meeting);
  files.close();
  if (!kept.ok) throw new Error(`the vault says ${kept.reason}`);
  return kept.value;
}

describe("a page of a meeting's file that the disk has lost", () => {
  it("costs what was on that page and nothing else, whichever it is, and is reported", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    const whole = readFileSync(path);
    const chance = chanceFrom(1);
    let everMissing = 0;
    for (let page = 0; page * PAGE_BYTES < whole.length; page += 1) {
      const damaged = Buffer.from(whole);
      for (let at = 0; at < PAGE_BYTES; at += 1) damaged[page * PAGE_BYTES + at] = chance(256);
      writeFileSync(path, damaged);
      const kept = await readAgain(device);
      const missing = missingFrom(kept);
      expect(missing.length).toBeLessThanOrEqual(MOST_ON_ONE_PAGE);
      expect(kept.damaged).toBe(true);
      everMissing += missing.length;
      // Reading has changed nothing.
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
    expect(everMissing).toBeGreaterThan(0);
    // Each entry lies on a page of its own or shares one, so each is missing about once, and long ones once for each of their pages.
    expect(everMissing).toBeLessThan(said.length + whole.length / PAGE_BYTES);
  }, 60_000);

  it("is kept beside when something new is written, which goes on in a fresh file with what was recovered", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    const page = 20;
    overwrite(path, page * PAGE_BYTES, new Uint8Array(PAGE_BYTES).fill(0xaa));
    const damaged = readFileSync(path);
    const files = device.openFiles();
    const before = await files.read(meeting);
    expect(await files.append(meeting, [entry(samiras, 500, "and this")])).toEqual(KEPT);
    const after = await files.read(meeting);
    if (!before.ok || !after.ok) throw new Error("the vault can be read");
    expect(after.value.entries.length).toBe(before.value.entries.length + 1);
    expect(after.value.damaged).toBe(true);
    files.close();
    const beside = join(dirname(path), `${basename(path, ".sqlite")}.damaged-1.sqlite`);
    expect(readFileSync(beside).equals(damaged)).toBe(true);
    const again = newSqliteDevice(dirname(device.directory)).openFiles();
    expect((await entriesKept({ ...again, sealingKey: neverAsked }, meeting)).length).toBe(after.value.entries.length);
    again.close();
  });

  it("takes a second one in its turn", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    for (const count of [1, 2]) {
      overwrite(path, 20 * PAGE_BYTES, new Uint8Array(PAGE_BYTES).fill(0xaa));
      const files = device.openFiles();
      expect(await files.append(meeting, [entry(samiras, 500 + count, "and this")])).toEqual(KEPT);
      files.close();
    }
    expect(databasesIn(device.directory).map((name) => basename(name).replace(/^[0-9a-f]{64}/, ""))).toEqual([
      ".damaged-1.sqlite",
      ".damaged-2.sqlite",
      ".sqlite",
    ]);
  });

  it("does not keep, beside, what is replaced", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    overwrite(path, 20 * PAGE_BYTES, new Uint8Array(PAGE_BYTES).fill(0xaa));
    const files = device.openFiles();
    expect(
      await files.replace(
        meeting,
        said.map((one) => ({ ...one, bytes: new Uint8Array(1) })),
      ),
    ).toEqual(KEPT);
    expect(filesIn(device.directory).filter((name) => readFileSync(name).includes("I want to sleep."))).toEqual([]);
    files.close();
    expect(databasesIn(device.directory)).toEqual([path]);
  });
});

describe("a meeting's file", () => {
  it("of which one byte has changed gives back everything else, and says so", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    const at = readFileSync(path).indexOf("longer longer");
    overwrite(path, at + 9000, new TextEncoder().encode("L"));
    const kept = await readAgain(device);
    expect(missingFrom(kept)).toEqual([`${samiras}#401`]);
    expect(kept.damaged).toBe(true);
  });

  it("that was cut off gives back what is left, and says so", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    truncateSync(path, 31 * PAGE_BYTES + 17);
    const kept = await readAgain(device);
    expect(kept.damaged).toBe(true);
    expect(kept.entries.length).toBeGreaterThan(100);
    missingFrom(kept);
  });

  it("of which nothing is left says that, is kept beside, and the meeting goes on", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "closed");
    writeFileSync(path, Buffer.alloc(50_000, 0x5a));
    const files = device.openFiles();
    expect(await files.read(meeting)).toEqual({ ok: false, reason: "vault-damaged" });
    expect(await files.append(meeting, [entry(samiras, 500)])).toEqual(KEPT);
    expect(await files.read(meeting)).toEqual({ ok: true, value: { entries: [entry(samiras, 500)], damaged: true } });
    files.close();
    expect(databasesIn(device.directory).length).toBe(2);
  });

  it("gives back nothing false and goes on whatever happens to its bytes", async () => {
    const chance = chanceFrom(7);
    const device = newDevice();
    const path = await meetingOn(device, "killed");
    const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
    for (let round = 0; round < 60; round += 1) {
      const [one, other] = [Buffer.from(file), Buffer.from(log)];
      for (const bytes of [one, other]) {
        for (let flips = chance(20); flips > 0; flips -= 1) bytes[chance(bytes.length)] = chance(256);
      }
      writeFileSync(path, one.subarray(0, chance(8) === 0 ? chance(one.length) : one.length));
      writeFileSync(`${path}-wal`, other.subarray(0, chance(4) === 0 ? chance(other.length) : other.length));
      const files = device.openFiles();
      const kept = await files.read(meeting);
      if (kept.ok) missingFrom(kept.value);
      else expect(["vault-damaged", "vault-newer"]).toContain(kept.reason);
      if (kept.ok) expect(await files.append(meeting, [entry(samiras, 900)])).toEqual(KEPT);
      files.close();
      expect(await files.forget(meeting, "none")).toEqual({ ok: false, reason: "vault-unavailable" });
      const wiping = device.openFiles();
      await wiping.forget(meeting, "none");
      wiping.close();
    }
  }, 60_000);
});

describe("a log that the program had no time to bring into the file", () => {
  it("is cut at any byte: every transaction that is whole is there, and nothing of the one that is not", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "killed");
    const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
    const counts = new Set<number>();
    const frame = PAGE_BYTES + 24;
    const cuts = Array.from({ length: Math.floor(log.length / frame) }, (_, count) => 32 + count * frame).flatMap(
      (boundary) => [boundary, boundary + 1, boundary + 24, boundary + 2077],
    );
    for (const cut of [0, 1, 31, ...cuts, log.length]) {
      writeFileSync(path, file);
      writeFileSync(`${path}-wal`, log.subarray(0, cut));
      const kept = await readAgain(device);
      expect(kept.damaged).toBe(false);
      missingFrom(kept);
      expect(kept.entries.length % 30 === 0 || kept.entries.length === said.length).toBe(true);
      counts.add(kept.entries.length);
    }
    expect(Math.max(...counts)).toBe(said.length);
    expect(counts.size).toBe(Math.ceil(said.length / 30) + 1);
  }, 60_000);

  it("is broken in its middle: what lies behind is read all the same, and it is said", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "killed");
    const frame = PAGE_BYTES + 24;
    overwrite(`${path}-wal`, 32 + 5 * frame + 1000, new Uint8Array(64).fill(0xaa));
    const kept = await readAgain(device);
    expect(kept.damaged).toBe(true);
    expect(missingFrom(kept).length).toBeLessThanOrEqual(MOST_ON_ONE_PAGE);
    const files = device.openFiles();
    expect(await files.append(meeting, [entry(samiras, 500)])).toEqual(KEPT);
    files.close();
    expect((await readAgain(device)).entries.length).toBe(kept.entries.length + 1);
  });
});

describe("a step that was interrupted", () => {
  it("of putting a fresh file in a damaged one's place is ended at the next start", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "killed");
    const recovered = path.replace(/\.sqlite$/, ".recovered");
    const other = newDevice();
    const fresh = await meetingOn(other, "closed");
    copyFileSync(fresh, recovered);
    expect(missingFrom(await readAgain(device))).toEqual([]);
    expect(existsSync(recovered)).toBe(false);
    expect(databasesIn(device.directory).length).toBe(2);
    expect(filesIn(device.directory).some((name) => name.endsWith(".damaged-1.sqlite-wal"))).toBe(true);
  });

  it("of forgetting a meeting is ended at the next start", async () => {
    const device = newDevice();
    const path = await meetingOn(device, "killed");
    renameSync(path, path.replace(/\.sqlite$/, ".forgotten"));
    expect((await readAgain(device)).entries).toEqual([]);
    expect(filesIn(device.directory).filter((name) => readFileSync(name).includes("I want"))).toEqual([]);
  });
});

function neverAsked(): Promise<CryptoKey> {
  return Promise.reject(new Error("nobody asks for the key here"));
}
