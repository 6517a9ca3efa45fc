/** A program that writes into a vault as fast as it can, until it is killed. Started by `kill-while-writing.ts`. */
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";

import { openSqliteVault } from "../../../electron/vault/sqlite-vault.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { createVoiceKeys } from "../../../shared/crypto/keys.ts";
import { encodeEntry, parseEntry } from "../../../shared/feed/entry.ts";
import { beginFeed } from "../../../shared/feed/head.ts";
import type { DocName, MeetingId } from "../../../shared/feed/ids.ts";
import { createEntry } from "../../../shared/feed/write.ts";
import { meetingSecrets } from "../../cast/writing.ts";
import { chanceFrom } from "../../contract/chance.ts";
import type { Progress, WriterOrder } from "./progress.ts";

/** Sizes of payloads: a key pressed, a sentence, a paragraph, a page pasted, more than a page of any database. */
const SIZES = [12, 180, 900, 5_000, 60_000];

// Told nothing, it has only been loaded, so that Node keeps what it compiled and those that are to be killed begin sooner.
if (process.argv[2] === undefined) process.exit(0);
const order = JSON.parse(process.argv[2]) as WriterOrder; // given by the one that starts this
const meeting = order.meeting as MeetingId; // any text of its shape does
const chance = chanceFrom(order.seed);

say({ says: "opening" });
const vault = openSqliteVault(order.directory);
const secrets = await meetingSecrets();
const { keys } = await createVoiceKeys();
let head = beginFeed(keys.publicKey, crypto.getRandomValues(new Uint8Array(16)));
const { feed } = head;
say({ says: "writing", feed });

const whole = new Map<number, Bytes>();
for (;;) await (whole.size > 12 && chance(4) === 0 ? replaceSome() : appendSome());

async function appendSome(): Promise<void> {
  const entries: { readonly feed: typeof feed; readonly seq: number; readonly bytes: Bytes }[] = [];
  for (let count = 1 + chance(8); count > 0; count -= 1) {
    const payload = new Uint8Array(1 + chance(SIZES[chance(SIZES.length)] ?? 1));
    const doc = "summary/1" as DocName; // the name of a document
    const made = await createEntry(secrets, keys.privateKey, head, { kind: "edit", doc, at: head.at + 1, payload });
    entries.push({ feed, seq: head.nextSeq, bytes: made.bytes });
    head = made.head;
  }
  say({ says: "appending", places: entries.map(({ seq, bytes }) => ({ seq, hash: hashOf(bytes) })) });
  const kept = await vault.append(meeting, entries);
  if (!kept.ok) return giveUp(kept.reason);
  say({ says: "appended" });
  for (const { seq, bytes } of entries) whole.set(seq, bytes);
}

async function replaceSome(): Promise<void> {
  const chosen = [...whole].filter(() => chance(3) === 0).slice(0, 1 + chance(5));
  const bare = chosen.map(([seq, bytes]) => ({ feed, seq, bytes: withoutPayload(bytes) }));
  const needles = chosen.map(([, bytes]) => Buffer.from(bytes.subarray(-24)).toString("base64"));
  say({
    says: "replacing",
    exchanges: bare.map(({ seq, bytes }, at) => ({ seq, hash: hashOf(bytes), needle: needles[at] ?? "" })),
  });
  const replaced = await vault.replace(meeting, bare);
  if (!replaced.ok) return giveUp(replaced.reason);
  say({ says: "replaced" });
  for (const [seq] of chosen) whole.delete(seq);
}

function giveUp(reason: string): never {
  say({ says: "refused", reason });
  process.exit(1);
}

function withoutPayload(bytes: Bytes): Bytes {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) throw new Error("an entry that was just made can be read");
  return encodeEntry(parsed.value.headerBytes, parsed.value.signature, null);
}

function hashOf(bytes: Bytes): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 16);
}

/** Written before the next step is taken, so that whoever kills this process has it. */
function say(progress: Progress): void {
  writeSync(1, `${JSON.stringify(progress)}\n`);
}
