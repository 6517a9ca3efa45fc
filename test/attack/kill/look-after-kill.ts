import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { openSqliteVault } from "../../../electron/vault/sqlite-vault.ts";
import type { FeedId, MeetingId } from "../../../shared/feed/ids.ts";
import { Inbox } from "../../../shared/feed/inbox.ts";
import type { StoredEntry } from "../../../shared/shell.ts";
import { meetingSecrets } from "../../cast/writing.ts";
import type { Life } from "./progress.ts";

/** What a vault has after the last of some processes that wrote into it was killed. */
export interface Finding {
  readonly acknowledged: number;
  readonly lost: number;
  readonly isChainBroken: boolean;
  readonly isHalfDone: boolean;
  readonly isNotErased: boolean;
  readonly isInTrouble: boolean;
}

/** Opens the vault as the program would at its next start, and compares it with what all its writers had been told. */
export async function lookAfterKill(directory: string, meeting: MeetingId, lives: readonly Life[]): Promise<Finding> {
  // What is on the disk before anything puts it in order is what somebody finds who takes the laptop away.
  const leftLying = isAnyLeft(directory, lives);
  const vault = openSqliteVault(directory);
  const kept = await vault.read(meeting);
  vault.close();
  const entries = kept.ok ? kept.value.entries : [];
  const feeds = new Map<string, readonly StoredEntry[]>(Map.groupBy(entries, ({ feed }) => feed));
  const found = lives.map((life) => hashesIn(feeds.get(life.feed ?? "") ?? []));
  return {
    acknowledged: lives.reduce((count, life) => count + life.kept.size, 0),
    lost: lives.reduce((count, life, at) => count + lostOf(life, found[at] ?? new Map()), 0),
    isChainBroken: await isChainBroken(entries, feeds.keys()),
    isHalfDone: lives.some((life, at) => isHalfDone(life, found[at] ?? new Map())),
    isNotErased: leftLying || isAnyLeft(directory, lives),
    isInTrouble: !kept.ok || kept.value.damaged || lives.some(({ refused }) => refused !== null),
  };
}

function hashesIn(entries: readonly StoredEntry[]): ReadonlyMap<number, string> {
  return new Map(
    entries.map(({ seq, bytes }) => [seq, createHash("sha256").update(bytes).digest("base64url").slice(0, 16)]),
  );
}

/** What was said to be kept and is not there, or not as it was said. An exchange that was under way may have been made. */
function lostOf({ kept, unanswered }: Life, found: ReadonlyMap<number, string>): number {
  const exchanged = new Map(unanswered.map(({ seq, hash }) => [seq, hash]));
  return [...kept].filter(([seq, hash]) => {
    const is = found.get(seq);
    return is === undefined || (is !== hash && is !== exchanged.get(seq));
  }).length;
}

/** Whether some of the last thing that was asked has been done and some has not, or anything is there that nobody asked for. */
function isHalfDone({ kept, unanswered }: Life, found: ReadonlyMap<number, string>): boolean {
  const done = unanswered.filter(({ seq, hash }) => found.get(seq) === hash).length;
  const asked = new Set([...kept.keys(), ...unanswered.map(({ seq }) => seq)]);
  return (done > 0 && done < unanswered.length) || [...found.keys()].some((seq) => !asked.has(seq));
}

async function isChainBroken(entries: readonly StoredEntry[], feeds: Iterable<string>): Promise<boolean> {
  const received = await new Inbox(await meetingSecrets()).receive(entries.map(({ bytes }) => bytes));
  if (received.broken.length > 0 || received.entries.length !== entries.length) return true;
  // Every name is one that the vault has given back.
  return [...(feeds as Iterable<FeedId>)].some((feed) =>
    entries.filter((one) => one.feed === feed).some(({ seq }, place) => seq !== place),
  );
}

function isAnyLeft(directory: string, lives: readonly Life[]): boolean {
  const needles = lives.flatMap(({ gone }) => gone).map((needle) => Buffer.from(needle, "base64"));
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
    .some((bytes) => needles.some((needle) => bytes.includes(needle)));
}
