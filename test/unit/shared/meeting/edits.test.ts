import * as encoding from "lib0/encoding";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { clientIdOf } from "../../../../shared/feed/head.ts";
import type { DocName } from "../../../../shared/feed/ids.ts";
import { checkEdit, clientsOf } from "../../../../shared/meeting/edits.ts";
import { docOfUtterance, SUMMARY_DOC } from "../../../../shared/meeting/owned-id.ts";
import { applySeed, createSeed, ROOT_NAME } from "../../../../shared/meeting/seed.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { karim, layla, samira } from "../../../cast/seven-voices.ts";
import { firstHead, meetingSecrets } from "../../../cast/writing.ts";

let samirasId: number;
let karimsId: number;
let hers: DocName;

beforeAll(async () => {
  const { meeting } = await meetingSecrets();
  const idOf = (voice: typeof samira) => clientIdOf(meeting, firstHead(voice).publicKey, firstHead(voice).session);
  [samirasId, karimsId] = [await idOf(samira), await idOf(karim)];
  hers = docOfUtterance(await utteranceOf(samira, 1));
});

/** A fresh document under a client id, and the update that a change to it makes. */
function edit(clientId: number, change: (paragraph: Y.XmlElement) => void, before?: Uint8Array): Bytes {
  const doc = new Y.Doc();
  applySeed(doc, createSeed(), Symbol("seed"));
  if (before !== undefined) Y.applyUpdate(doc, before);
  doc.clientID = clientId;
  const had = Y.encodeStateVector(doc);
  change(doc.get(ROOT_NAME, Y.XmlElement).get(0) as Y.XmlElement); // the seed's one paragraph
  return Y.encodeStateAsUpdate(doc, had) as Bytes; // an ordinary buffer of its own
}

const write = (words: string) => (paragraph: Y.XmlElement) => {
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  text.insert(0, words);
};

describe("an edit of an utterance", () => {
  it("is its voice's to make, under the client id of its feed", async () => {
    const utterance = await utteranceOf(samira, 1);
    expect(await checkEdit(samira.id, hers, edit(samirasId, write("I want to sleep.")), samirasId)).toEqual({
      ok: true,
      value: utterance,
    });
  });

  it("is nobody else's to make: not to add, not to change, not to delete", async () => {
    const before = edit(samirasId, write("I’m frightened."));
    const added = edit(karimsId, write("She was like this when Dad left."), before);
    const deleted = edit(karimsId, (paragraph) => paragraph.delete(0, 1), before);
    for (const update of [added, deleted, before]) {
      expect(await checkEdit(karim.id, hers, update, karimsId)).toMatchObject({ ok: false });
    }
    expect(await checkEdit(karim.id, hers, added, karimsId)).toEqual({ ok: false, reason: "not-the-owner" });
    expect(await checkEdit(karim.id, hers, deleted, karimsId)).toEqual({ ok: false, reason: "not-the-owner" });
  });

  it("is not made under the client id of another session of the same voice", async () => {
    expect(await checkEdit(samira.id, hers, edit(samirasId + 1, write("I want to sleep.")), samirasId)).toEqual({
      ok: false,
      reason: "not-the-author",
    });
  });
});

describe("an edit of the summary", () => {
  it("is everyone's to make, each under the client id of its own feed", async () => {
    expect(await checkEdit(karim.id, SUMMARY_DOC, edit(karimsId, write("Both of these stand.")), karimsId)).toEqual({
      ok: true,
      value: "summary",
    });
  });

  it("may delete what another wrote", async () => {
    const before = edit(samirasId, write("I’m frightened."));
    const deleted = edit(karimsId, (paragraph) => paragraph.delete(0, 1), before);
    expect(await checkEdit(karim.id, SUMMARY_DOC, deleted, karimsId)).toEqual({ ok: true, value: "summary" });
  });

  it("puts no words into another's mouth, not even beside one's own", async () => {
    const hersAlone = edit(samirasId, write("I am ill."));
    const both = new Uint8Array(Y.mergeUpdates([hersAlone, edit(karimsId, write("I see."))]));
    for (const update of [hersAlone, both, createSeed()]) {
      expect(await checkEdit(karim.id, SUMMARY_DOC, update, karimsId)).toEqual({ ok: false, reason: "not-the-author" });
    }
  });
});

describe("an edit that no screen could take in", () => {
  it("is refused when its bytes are no edit", async () => {
    for (const noise of [
      new Uint8Array(0),
      new Uint8Array([1]),
      new Uint8Array(50).fill(255),
      edit(samirasId, write("x")).slice(0, -3),
    ]) {
      expect(await checkEdit(samira.id, SUMMARY_DOC, noise, samirasId)).toEqual({
        ok: false,
        reason: "edit-unreadable",
      });
    }
  });

  it.each(["origin", "rightOrigin", "parent"] as const)(
    "is refused when its %s is itself or still to come",
    async (link) => {
      for (const ahead of [0, 1, 1000]) {
        const update = itemThatNames(samirasId, 5, link, 5 + ahead);
        expect(clientsOf(update)).toBeNull();
        expect(await checkEdit(samira.id, SUMMARY_DOC, update, samirasId)).toEqual({
          ok: false,
          reason: "edit-unreadable",
        });
      }
      expect(clientsOf(itemThatNames(samirasId, 5, link, 4))).toEqual([samirasId]);
    },
  );

  it("is refused for a document nobody has", async () => {
    const update = edit(samirasId, write("I want to sleep."));
    for (const doc of ["", "summary/1", "summary", "utterance/short"]) {
      const named = doc as DocName; // any text may come as a name
      const refused = { ok: false, reason: "document-unknown" };
      expect(await checkEdit(samira.id, named, update, samirasId)).toEqual(refused);
    }
    expect(await checkEdit(layla.id, docOfUtterance(await utteranceOf(layla, 1)), update, samirasId)).toMatchObject({
      ok: true,
    });
  });
});

/** A Yjs update (format v1) with one letter whose one link names a place of its own client. */
function itemThatNames(client: number, clock: number, link: "origin" | "parent" | "rightOrigin", named: number): Bytes {
  const content = 4;
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, content | { origin: 0x80, rightOrigin: 0x40, parent: 0 }[link]);
  if (link === "parent") encoding.writeVarUint(encoder, 0);
  for (const number of [client, named]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, "x");
  encoding.writeVarUint(encoder, 0);
  return new Uint8Array(encoding.toUint8Array(encoder));
}
