/**
 * Wrote `trust-v2.json`, once, on 2026-12-01: `node test/vectors/make-trust-v2.ts`. Kept to show how the vector was made; running it again
 * makes another one, because keys and seals are random.
 */
import { writeFileSync } from "node:fs";
import { base64urlnopad } from "@scure/base";
import { randomBytes } from "../../shared/crypto/bytes.ts";
import { createVoiceKeys } from "../../shared/crypto/keys.ts";
import { createReceivingKeys, sealTo } from "../../shared/crypto/sealed-to.ts";
import { hashOf, messageOf, parseEntry, withoutPayload } from "../../shared/feed/entry.ts";
import { beginFeed } from "../../shared/feed/head.ts";
import type { DocName, UtteranceId } from "../../shared/feed/ids.ts";
import { createEntry } from "../../shared/feed/write.ts";
import { nameOfKey, purposeOfGiving } from "../../shared/meeting/key-giving.ts";
import { createOwnedId, docOfUtterance, writerMark } from "../../shared/meeting/owned-id.ts";

const b64 = (bytes: Uint8Array<ArrayBuffer>): string => base64urlnopad.encode(bytes);

const meeting = randomBytes(32);
const key = randomBytes(32);
const name = await nameOfKey(key);
const { keys: receiver, pkcs8: receiverPkcs8 } = await createReceivingKeys();
const given = await sealTo(receiver.publicKey, purposeOfGiving(b64(meeting), name), key);

const { keys: karim } = await createVoiceKeys();
const sealing = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
const utterance = createOwnedId<UtteranceId>(await writerMark(karim.publicKey));
const said = ["She was like this ", "when Dad left.", "I am on my way."];
let head = beginFeed(karim.publicKey, randomBytes(16));
const entries: string[] = [];
const dropped: string[] = [];
const hashes: string[] = [];
for (const [index, words] of said.entries()) {
  const isWithdrawn = index < 2;
  const doc = isWithdrawn ? docOfUtterance(utterance) : ("" as DocName); // the empty name is the name of no document
  const written = await createEntry({ meeting, key: sealing }, karim.privateKey, head, {
    kind: isWithdrawn ? "edit" : "statement",
    doc,
    at: head.at + 1024,
    payload: new TextEncoder().encode(words),
  });
  head = written.head;
  entries.push(b64(written.bytes));
  dropped.push(b64(isWithdrawn ? withoutPayload(written.bytes) : written.bytes));
  const parsed = parseEntry(written.bytes);
  if (!parsed.ok) throw new Error(parsed.reason);
  hashes.push(b64(await hashOf(messageOf(meeting, parsed.value.headerBytes), parsed.value.signature)));
}

writeFileSync(
  new URL("trust-v2.json", import.meta.url),
  `${JSON.stringify(
    {
      about:
        "A later meeting key given to one voice (HPKE), and a feed before and after two of its payloads were let go of.",
      meeting: b64(meeting),
      key: { name, raw: b64(key) },
      receiver: { publicKey: b64(receiver.publicKey), privateKeyPkcs8: b64(receiverPkcs8) },
      given: b64(given),
      voice: b64(karim.publicKey),
      utterance,
      said,
      entries,
      dropped,
      hashes,
    },
    null,
    2,
  )}\n`,
);
