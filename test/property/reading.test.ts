import { base64urlnopad } from "@scure/base";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { judge } from "../../shared/consent/judge.ts";
import { encodeStatement, parseStatement } from "../../shared/consent/record.ts";
import { didOfPublicKey, publicKeyOfDid } from "../../shared/crypto/did.ts";
import { open, seal } from "../../shared/crypto/seal.ts";
import { encodeInvitation, MOST_KEEPERS, parseInvitation } from "../../shared/door/invitation.ts";
import type { DocName, MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { readDocument } from "../../shared/meeting/document.ts";
import { checkEdit } from "../../shared/meeting/edits.ts";
import { SUMMARY_DOC } from "../../shared/meeting/owned-id.ts";
import { readPresences, signPresence, sealPresences } from "../../shared/meeting/presence.ts";
import { insertLetters, markLetters, removeLetters } from "../../shared/text/write.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { samira } from "../cast/seven-voices.ts";
import { emptyDoc, lettersShown, typeAtEnd } from "../cast/typing.ts";
import { firstHead, meetingSecrets } from "../cast/writing.ts";

const CLIENT_ID = 4711;
const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes));
const bytesOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => new Uint8Array(bytes));
const kinds = fc.constantFrom(
  "meeting-begun",
  "voice-introduced",
  "utterance-begun",
  "resumed",
  "revision-proposed",
  "consent-given",
  "paused",
);
/** JSON of any shape, often with the names that statements use. */
const anyJson = fc.oneof(
  fc.jsonValue(),
  fc
    .tuple(
      kinds,
      fc.dictionary(
        fc.constantFrom("profile", "utterance", "document", "revision", "digest", "seq", "nonce", "seed", "__proto__"),
        fc.jsonValue(),
      ),
    )
    .map(([kind, rest]) => ({ ...rest, kind })),
);
const utf8 = (text: string) => new TextEncoder().encode(text);

let secrets: MeetingSecrets;
beforeAll(async () => {
  secrets = await meetingSecrets();
});

describe("reading what came from outside", () => {
  it("a statement: any bytes and any JSON are read or refused, and what is read is written the same again", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyBytes,
          anyJson.map((json) => utf8(JSON.stringify(json))),
        ),
        (payload) => {
          const parsed = parseStatement(payload);
          if (parsed.ok) expect(parseStatement(encodeStatement(parsed.value))).toEqual(parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("an entry's payload: whatever is signed is judged, never thrown at the screen", async () => {
    const { feed, publicKey, session } = firstHead(samira);
    const entry = {
      feed,
      voice: samira.id,
      publicKey,
      session,
      seq: 0,
      at: 1,
      hash: new Uint8Array(32),
      bytes: new Uint8Array(0),
    };
    const payloads = fc.oneof(
      anyBytes,
      anyJson.map((json) => utf8(JSON.stringify(json))),
    );
    const docs = fc.oneof(fc.string(), fc.constantFrom<string>("", SUMMARY_DOC, "utterance/AAAAAAAAAAAAAAAAAAAAAA"));
    await fc.assert(
      fc.asyncProperty(
        payloads,
        docs,
        fc.constantFrom("edit" as const, "statement" as const),
        async (payload, doc, kind) => {
          const fact = await judge(meeting, { ...entry, kind, doc: doc as DocName, payload }, CLIENT_ID); // any text may come as a name
          expect(typeof fact.ok).toBe("boolean");
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("an invitation: any link is read or refused, and a good one comes back as it was sent", () => {
    const invitation = fc.record({
      meeting: bytesOf(32),
      door: bytesOf(32),
      keepers: fc.array(
        bytesOf(32).map((key) => didOfPublicKey(key) as VoiceId), // the did:key of an Ed25519 key is a voice's id
        { maxLength: MOST_KEEPERS },
      ),
      signaling: fc.array(
        fc
          .webAuthority()
          .map((host) => `ws://${host}`)
          .filter((url) => !url.includes("@") && url.length <= 200),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(invitation, ({ meeting: id, ...rest }) => {
        const sent = { meeting: base64urlnopad.encode(id) as MeetingId, ...rest }; // base64url of 32 bytes
        expect(parseInvitation(encodeInvitation("http://127.0.0.1:4444/", sent))).toEqual({ ok: true, value: sent });
      }),
    );
    const links = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true }),
      fc.string().map((text) => `#join=${text}`),
      anyJson.map((json) => `#join=${base64urlnopad.encode(utf8(JSON.stringify(json)))}`),
    );
    fc.assert(
      fc.property(links, (link) => {
        expect(parseInvitation(link)).toEqual({ ok: false, reason: "invitation-unreadable" });
      }),
      { numRuns: 500 },
    );
  });

  it("a presence: any bytes, and anything the meeting key seals, names only those who signed", async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, anyJson, async (bytes, json) => {
        expect(await readPresences(secrets, bytes)).toEqual([]);
        expect(await readPresences(secrets, await seal(secrets.key, utf8(JSON.stringify(json))))).toEqual([]);
        const unsigned = { said: JSON.stringify(json).slice(0, 1000), signature: "A".repeat(86) };
        const signed = await signPresence(secrets, samira.privateKey, { voice: samira.id, atMs: 1, cursor: null });
        expect(await readPresences(secrets, await sealPresences(secrets, [unsigned, signed]))).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it("a name: every key has one, and only a key's own spelling is read", () => {
    fc.assert(
      fc.property(bytesOf(32), (key) => {
        expect(publicKeyOfDid(didOfPublicKey(key))).toEqual({ ok: true, value: key });
      }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .string({
              unit: fc.constantFrom(..."123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".split("")),
              maxLength: 60,
            })
            .map((text) => `did:key:z6Mk${text}`),
        ),
        (did) => {
          const key = publicKeyOfDid(did);
          if (key.ok) expect(didOfPublicKey(key.value)).toBe(did);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("sealed words: they open to what they were, and nothing else opens", async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, anyBytes, async (words, noise) => {
        expect(await open(secrets.key, await seal(secrets.key, words))).toEqual({ ok: true, value: words });
        expect(await open(secrets.key, noise)).toEqual({ ok: false, reason: "seal-broken" });
      }),
      { numRuns: 200 },
    );
  });
});

describe("an edit with any bytes changed", () => {
  const changes = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant("letter" as const),
        at: fc.nat(50),
        text: fc.string({ minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("deletion" as const), at: fc.nat(50), text: fc.constant("") }),
      fc.record({ kind: fc.constant("heading" as const), at: fc.nat(50), text: fc.constant("") }),
    ),
    { minLength: 1, maxLength: 6 },
  );
  const damage = fc.array(fc.record({ at: fc.nat(1000), value: fc.nat(255), inserted: fc.boolean() }), {
    maxLength: 3,
  });

  function newDoc(clientId: number): Y.Doc {
    const doc = emptyDoc(7);
    typeAtEnd(doc, "I’m frightened.");
    doc.clientID = clientId;
    return doc;
  }

  function editOf(made: readonly { readonly kind: string; readonly at: number; readonly text: string }[]): Uint8Array {
    const doc = newDoc(CLIENT_ID);
    const before = Y.encodeStateVector(doc);
    for (const { kind, at, text: words } of made) {
      const shown = lettersShown(doc);
      const place = 1 + (at % shown.length);
      if (kind === "letter") insertLetters(doc, shown[place - 1] ?? null, words);
      else if (kind === "heading") markLetters(doc, "heading", true, shown.slice(place));
      else removeLetters(doc, shown.slice(place, place + 1));
    }
    return Y.encodeStateAsUpdate(doc, before);
  }

  it("is refused, or every screen can take it in and read on", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(changes, damage, async (made, damaged) => {
        let update = [...editOf(made)];
        for (const { at, value, inserted } of damaged)
          update = update.toSpliced(at % update.length, inserted ? 0 : 1, value);
        const bytes = new Uint8Array(update);
        const checked = await checkEdit(samira.id, SUMMARY_DOC, bytes, CLIENT_ID);
        if (!checked.ok) return;
        taken += 1;
        const doc = newDoc(1);
        Y.applyUpdate(doc, bytes);
        readDocument(doc, () => null);
        Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc));
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
