import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import * as Y from "yjs";
import { granted } from "../../attack/place.ts";
import type { Bench } from "../bench.ts";
import { beginMeeting, COMPOSER, UTTERANCE_WORDS } from "../our-program.ts";
import { rowOf, type Row } from "../row.ts";
import { typingAsOurs } from "../traces/writing.ts";
import { beginAlone } from "../alone.ts";
import { until } from "../two-laptops.ts";
import { openWorkerVault } from "../worker-vault.ts";
import { wordsOf } from "../words.ts";

const FULL = { sqlite: 1000, browser: 300 };
const QUICK = { sqlite: 40, browser: 40 };
/** What a log needs besides the updates: how long each of them is. */
const LENGTH_BYTES = 4;

/**
 * How much lies on the disk for a thousand words typed live, key by key, in utterances. The baseline is the smallest log that
 * could be kept of the same keys: every update that Yjs makes of them, one after the other, neither signed nor sealed.
 */
export async function measureSize(bench: Bench): Promise<readonly Row[]> {
  const wished = bench.quick ? QUICK : FULL;
  const [some, all] = [sentencesOf(wished.browser), sentencesOf(wished.sqlite)];
  const sqlite = await typeIntoSqlite(all);
  return [
    rowFor(bench, "size-sqlite", all, sqlite.bytes, [
      `${sqlite.entries} entries: each key was saved before the next one came, as it is with people who type`,
      "all files of the vault after it was closed, less those of the meeting just begun",
    ]),
    rowFor(bench, "size-browser", some, await typeInBrowser(bench, some), [
      "real keys, one after the other without a pause; those that come while the vault is busy become one entry",
      "the folders of the profile in which a browser keeps what pages store, after it was closed, less those of the meeting just begun",
    ]),
  ];
}

function rowFor(
  { quick }: Bench,
  name: string,
  sentences: readonly string[],
  bytes: number,
  notes: readonly string[],
): Row {
  const words = sentences.join(" ").split(" ").length;
  const keys = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  return rowOf({
    name,
    unit: "kB",
    budget: null,
    baselineName: "Yjs update log",
    quick,
    each: `one run: ${words} words, ${keys} keys, in ${sentences.length} utterances; the numbers are for each 1,000 words`,
    ours: [bytes / words],
    baseline: [updateLogBytes(sentences) / words],
    notes,
  });
}

function sentencesOf(count: number): readonly string[] {
  const sentences: string[] = [];
  for (let words = 0; words < count; words += sentences.at(-1)?.split(" ").length ?? 0) {
    sentences.push(wordsOf(sentences.length));
  }
  return sentences;
}

function updateLogBytes(sentences: readonly string[]): number {
  let bytes = 0;
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => {
    bytes += update.length + LENGTH_BYTES;
  });
  const text = doc.getText("words");
  for (const letter of sentences.join("\n")) text.insert(text.length, letter);
  return bytes;
}

async function typeIntoSqlite(
  sentences: readonly string[],
): Promise<{ readonly bytes: number; readonly entries: number }> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-size-"));
  try {
    let vault = await openWorkerVault(folder);
    const { meeting, reopen } = await beginAlone(vault);
    await vault.close();
    const before = await bytesIn(folder);
    vault = await openWorkerVault(folder, vault.key);
    let entries = 0;
    const counting = {
      ...vault,
      append: (...[id, some]: Parameters<typeof vault.append>) => {
        entries += some.length;
        return vault.append(id, some);
      },
    };
    const session = await reopen(counting, meeting);
    for (const sentence of sentences) {
      const draft = session.draft();
      if (draft === null) throw new Error("who has begun a meeting may speak");
      const type = typingAsOurs(draft.doc);
      let typed = 0;
      for (const letter of sentence) {
        type([typed, 0, letter]);
        typed += letter.length;
        await until("a key is saved", () => session.view().saving === "saved");
      }
      granted(await session.say());
    }
    session.close();
    await vault.close();
    return { bytes: (await bytesIn(folder)) - before, entries };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function typeInBrowser(bench: Bench, sentences: readonly string[]): Promise<number> {
  const profile = await bench.createProfile();
  const address = await withPage(bench, profile, async (page) => {
    await beginMeeting(page, bench.ours.url);
    return page.url();
  });
  const before = await storedIn(profile);
  await withPage(bench, profile, async (page) => {
    await page.goto(address);
    await page.locator(COMPOSER).focus();
    for (const sentence of sentences) {
      await page.keyboard.type(sentence);
      await page.keyboard.press("Control+Enter");
      await page.locator(UTTERANCE_WORDS, { hasText: sentence }).waitFor();
      await page.locator(COMPOSER, { hasText: /^\s*$/ }).waitFor();
    }
  });
  return (await storedIn(profile)) - before;
}

async function withPage<Value>(bench: Bench, profile: string, work: (page: Page) => Promise<Value>): Promise<Value> {
  const laptop = await bench.openLaptop(profile);
  try {
    return await work(laptop.page);
  } finally {
    await laptop.close();
  }
}

/** What pages have stored in a profile: databases and their private files. */
async function storedIn(profile: string): Promise<number> {
  const sizes = ["IndexedDB", "File System"].map((folder) => bytesIn(join(profile, "Default", folder)));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
