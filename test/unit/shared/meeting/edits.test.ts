import * as encoding from "lib0/encoding";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { clientIdOf } from "../../../../shared/feed/head.ts";
import type { DocName } from "../../../../shared/feed/ids.ts";
import { checkEdit } from "../../../../shared/meeting/edits.ts";
import { docOfUtterance, SUMMARY_DOC } from "../../../../shared/meeting/owned-id.ts";
import { readEdit } from "../../../../shared/text/edit.ts";
import { lettersOf } from "../../../../shared/text/letters.ts";
import { createSeed } from "../../../../shared/text/seed.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { karim, layla, samira } from "../../../cast/seven-voices.ts";
import { crossOut, emptyDoc, typeAtEnd } from "../../../cast/typing.ts";
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

/** What a change to a document makes, under a client id. */
function edit(clientId: number, change: (doc: Y.Doc) => void, before?: Uint8Array): Bytes {
  const doc = emptyDoc();
  if (before !== undefined) Y.applyUpdate(doc, before);
  doc.clientID = clientId;
  const had = Y.snapshot(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    change(doc);
  });
  expect(Y.equalSnapshots(had, Y.snapshot(doc))).toBe(false);
  return new Uint8Array(Y.mergeUpdates(updates));
}

const write = (words: string) => (doc: Y.Doc) => {
  typeAtEnd(doc, words);
};
/** Takes the first letters out of the text as Yjs lets anybody, whoever wrote them. */
const takeOut = (length: number) => (doc: Y.Doc) => {
  lettersOf(doc).delete(1, length);
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
    const deleted = edit(karimsId, takeOut(3), before);
    for (const update of [added, deleted, before]) {
      expect(await checkEdit(karim.id, hers, update, karimsId)).toMatchObject({ ok: false });
    }
    expect(await checkEdit(karim.id, hers, added, karimsId)).toEqual({ ok: false, reason: "not-the-owner" });
    expect(await checkEdit(karim.id, hers, deleted, karimsId)).toEqual({ ok: false, reason: "not-the-author" });
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

  it("deletes what its own voice wrote, and crosses out what another did", async () => {
    const before = edit(samirasId, write("I’m frightened."));
    const own = edit(samirasId, takeOut(3), before);
    const crossing = edit(karimsId, (doc) => crossOut(doc, "frightened"), before);
    expect(await checkEdit(samira.id, SUMMARY_DOC, own, samirasId)).toEqual({ ok: true, value: "summary" });
    expect(await checkEdit(karim.id, SUMMARY_DOC, crossing, karimsId)).toEqual({ ok: true, value: "summary" });
  });

  it("deletes nothing that another wrote, not even beside words of its own", async () => {
    const before = edit(samirasId, write("I’m frightened."));
    const deleted = edit(karimsId, takeOut(3), before);
    const both = new Uint8Array(Y.mergeUpdates([deleted, edit(karimsId, write("I see."))]));
    for (const update of [deleted, both]) {
      expect(await checkEdit(karim.id, SUMMARY_DOC, update, karimsId)).toEqual({ ok: false, reason: "not-the-author" });
    }
  });

  it("holds nothing that Yjs would tidy up by itself: no style, and nothing with a text of its own in it", async () => {
    const style = edit(karimsId, (doc) => lettersOf(doc).insert(0, "I see.", { bold: true }));
    const nested = edit(karimsId, (doc) => lettersOf(doc).insertEmbed(0, new Y.Text("I see.")));
    const named = edit(karimsId, (doc) => lettersOf(doc).setAttribute("style", "heading"));
    for (const update of [style, nested, named]) {
      expect(await checkEdit(karim.id, SUMMARY_DOC, update, karimsId)).toEqual({
        ok: false,
        reason: "edit-unreadable",
      });
    }
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
        expect(readEdit(update)).toBeNull();
        expect(await checkEdit(samira.id, SUMMARY_DOC, update, samirasId)).toEqual({
          ok: false,
          reason: "edit-unreadable",
        });
      }
      if (link !== "parent") expect(readEdit(itemThatNames(samirasId, 5, link, 4))?.inserts).toEqual([samirasId]);
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
