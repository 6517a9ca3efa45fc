/**
 * The desktop's vault where it runs: SQLite in the main process, asked for through the preload and the typed contract by the
 * program's own page, all as it is built, with the stand-in in Electron's place. What a keychain and a sandbox do is not shown.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { VAULT_PROMISES } from "../contract/vault.ts";
import { meeting, samiras } from "../contract/kept.ts";
import { databasesIn, filesIn } from "../contract/sqlite-device.ts";
import { buildDesktop, type BuiltDesktop } from "../electron-stand-in/build-desktop.ts";
import { startDesktop, type Desktop, type DesktopWish } from "../electron-stand-in/start-desktop.ts";

let built: BuiltDesktop;
let pageScript: string;
let userData: string;
const laptops: string[] = [];
let desktop: Desktop | null = null;

beforeAll(async () => {
  [built, pageScript] = await Promise.all([buildDesktop(), bundlePage()]);
  userData = await newLaptop();
});

afterEach(async () => {
  await desktop?.quit();
  desktop = null;
});

afterAll(async () => {
  await built.remove();
  for (const laptop of laptops) await rm(laptop, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** A place for the program's own things on a laptop that has never seen it. */
async function newLaptop(): Promise<string> {
  const laptop = await mkdtemp(join(tmpdir(), "polyphony-user-data-"));
  laptops.push(laptop);
  return laptop;
}

/** Starts the program on this laptop, as often as wanted. */
async function start(wish: Partial<DesktopWish> = {}): Promise<Desktop> {
  desktop = startDesktop({ main: built.main, documents: userData, userData, ...wish });
  await desktop.evaluate("document.title");
  return desktop;
}

/** Waits as long as a machine with much else to do may need. */
const eventually = (ask: () => Promise<unknown>) => expect.poll(ask, { interval: 100 });
const KEPT = { ok: true, value: null };

/** The files of this laptop's vault in which a text is found. */
function filesHolding(words: string): readonly string[] {
  return filesIn(join(userData, "vault")).filter((path) => readFileSync(path).includes(words));
}

/** What the meeting that is open is called; nothing while none is. */
const nameOfMeeting = `document.querySelector(".meeting-header h1")?.textContent ?? ""`;

/** The heading of the first screen, once there is one. */
const title = `new Promise((resolve) => {
  const look = () => document.querySelector("h1") ? resolve(document.querySelector("h1").textContent) : setTimeout(look, 20);
  look();
})`;
const entry = (seq: number, words: string) =>
  `{ feed: "${samiras}", seq: ${seq}, bytes: new TextEncoder().encode(${JSON.stringify(words)}) }`;
const append = (seq: number, words: string) => `polyphony.appendEntries("${meeting}", [${entry(seq, words)}])`;
const wordsKept = `polyphony.readEntries("${meeting}").then(({ value }) =>
  value.entries.map(({ seq, bytes }) => seq + ": " + new TextDecoder().decode(bytes)))`;

describe("the desktop's vault, asked by its window", () => {
  it("keeps what every vault promises", async () => {
    const program = await start();
    await program.evaluate(pageScript);
    const broken: unknown[] = [];
    for (const { title: promise } of VAULT_PROMISES) {
      const failure = await program.evaluate(`window.desktopVaultPage.keeps(${JSON.stringify(promise)})`);
      if (failure !== null) broken.push([promise, failure]);
    }
    expect(broken).toEqual([]);
  });

  it("has kept what it said it kept when the program is killed the moment after", async () => {
    const program = await start();
    await program.evaluate(`polyphony.forgetMeeting("${meeting}", "none")`);
    for (let seq = 0; seq < 20; seq += 1) {
      expect(await program.evaluate(append(seq, `words ${seq}`))).toEqual(KEPT);
    }
    await program.kill();
    const again = await start();
    expect(await again.evaluate(wordsKept)).toEqual(Array.from({ length: 20 }, (_, seq) => `${seq}: words ${seq}`));
    expect(await again.evaluate(`polyphony.readEntries("${meeting}").then(({ value }) => value.damaged)`)).toBe(false);
  });

  it("closes its files when the program is quit: no log stays behind, and nobody else may look", async () => {
    const program = await start();
    await program.evaluate(append(1, "closed"));
    expect(await program.quit()).toBe(0);
    desktop = null;
    const directory = join(userData, "vault");
    const names = await readdir(directory, { recursive: true });
    expect(names.filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    expect(names.some((name) => name.includes(meeting))).toBe(false);
    if (process.platform === "win32") return;
    for (const name of ["", ...names]) expect((await stat(join(directory, name))).mode & 0o077).toBe(0);
  });

  it("leaves nothing in its files of what the window replaces, nor of a meeting it forgets", async () => {
    const program = await start();
    const needle = "Dad left when I was nine.";
    await program.evaluate(append(7, needle));
    expect(filesHolding(needle)).not.toEqual([]);
    expect(await program.evaluate(`polyphony.replaceEntries("${meeting}", [${entry(7, "")}])`)).toEqual(KEPT);
    expect(filesHolding(needle)).toEqual([]);
    await program.evaluate(append(8, needle));
    expect(await program.evaluate(`polyphony.forgetMeeting("${meeting}", "voice/")`)).toEqual(KEPT);
    expect(filesHolding(needle)).toEqual([]);
  });

  it("tells the window what is damaged, and what a newer program has written", async () => {
    const program = await start();
    for (let seq = 0; seq < 40; seq += 1) await program.evaluate(append(seq, `words ${seq} `.repeat(60)));
    await program.quit();
    const [path = ""] = databasesIn(join(userData, "vault/meetings"));
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.from(whole).fill(0xaa, 4 * 4096, 5 * 4096));
    const again = await start();
    const kept = `polyphony.readEntries("${meeting}").then(({ value }) => [value.damaged, value.entries.length])`;
    expect(await again.evaluate(kept)).toEqual([true, expect.toSatisfy((count: number) => count > 30 && count < 40)]);
    await again.quit();
    whole.writeUInt32BE(2, 60);
    writeFileSync(path, whole);
    const older = await start();
    expect(await older.evaluate(append(50, "words"))).toEqual({ ok: false, reason: "vault-newer" });
    await older.evaluate(`polyphony.readRecords("")`);
    await older.quit();
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it("hears of nothing that a page asks without sense", async () => {
    const program = await start();
    for (const call of [
      `polyphony.readEntries("../../../../etc/passwd")`,
      `polyphony.appendEntries("${meeting}", [{ feed: "x", seq: 0, bytes: new Uint8Array(1) }])`,
      append(0.5, "half a place"),
      append(-1, "a place before the first"),
      // An entry larger than any that is written.
      `polyphony.appendEntries("${meeting}", [{ feed: "${samiras}", seq: 0, bytes: new Uint8Array(9 * 1024 * 1024) }])`,
      // Every record there is.
      `polyphony.forgetMeeting("${meeting}", "")`,
    ]) {
      expect(await program.evaluate(call)).toEqual({ ok: false, reason: "malformed" });
    }
  });
});

describe("a meeting that a person begins in the window", () => {
  it("lies in the vault's files, sealed, and is found again after the program was killed", async () => {
    const laptop = { userData: await newLaptop() };
    const program = await start(laptop);
    await program.evaluate(`void (location.hash = "#/start")`);
    await eventually(() => program.evaluate(`document.querySelector("form") !== null`)).toBe(true);
    await program.evaluate(`document.querySelector("form").requestSubmit()`);
    await eventually(() => program.evaluate("location.hash")).toMatch(/^#\/meeting\//);
    const place = String(await program.evaluate("location.hash"));
    // The address changes a moment before the screen does, and the meeting is opened a moment after that.
    await eventually(() => program.evaluate(nameOfMeeting)).not.toBe("");
    const heading = String(await program.evaluate(nameOfMeeting));
    await program.kill();
    const directory = join(laptop.userData, "vault");
    expect(databasesIn(directory).length).toBe(2);
    expect(filesIn(directory).filter((path) => readFileSync(path).includes(heading))).toEqual([]);

    const again = await start(laptop);
    const link = `document.querySelector('a[href="${place}"]')`;
    await eventually(() => again.evaluate(`${link}?.textContent ?? ""`)).toContain(heading);
    await again.evaluate(`${link}.click()`);
    await eventually(() => again.evaluate(nameOfMeeting)).toBe(heading);
    expect((await again.journal()).filter(({ asked }) => asked === "page-error")).toEqual([]);
  });
});

describe("the key that seals this laptop's records", () => {
  it("is given to the program's page by a keychain that guards it, and is the same in the next run", async () => {
    const key = "polyphony.sealingKey().then(({ value }) => Array.from(value).join())";
    const first = await (await start()).evaluate(key);
    await desktop?.quit();
    const program = await start();
    expect(await program.evaluate(key)).toBe(first);
    expect(await program.evaluate("polyphony.keyProtection()")).toEqual({ ok: true, value: "keychain" });
  });

  it("is not said to be guarded where the system has no keychain that deserves the name", async () => {
    const program = await start({ keychain: "basic_text", userData: await newLaptop() });
    expect(await program.evaluate("polyphony.keyProtection()")).toEqual({ ok: true, value: "none" });
    expect((await program.journal()).map(({ asked }) => asked)).not.toContain("encryptStringAsync");
  });

  it("is not made anew when the keychain does not give it: the program says that it cannot begin", async () => {
    await (await start()).evaluate("polyphony.sealingKey()");
    const begins = await desktop?.evaluate(title);
    await desktop?.quit();
    const program = await start({ keychain: "locked" });
    expect(await program.evaluate("polyphony.sealingKey()")).toEqual({ ok: false, reason: "keychain-refused" });
    expect(await program.evaluate(title)).not.toBe(begins);
  });
});

async function bundlePage(): Promise<string> {
  const bundled = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("vault-page.ts", import.meta.url)),
        output: { format: "iife" },
      },
    },
  });
  const output = Array.isArray(bundled) ? bundled[0] : bundled;
  if (output === undefined || !("output" in output)) throw new Error("The test page was not built.");
  return output.output[0].code;
}
