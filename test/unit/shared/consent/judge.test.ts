import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { judge } from "../../../../shared/consent/judge.ts";
import { encodeStatement, type Statement } from "../../../../shared/consent/record.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import type { EntryKind } from "../../../../shared/feed/entry.ts";
import type { DocName, UtteranceId } from "../../../../shared/feed/ids.ts";
import type { VerifiedEntry } from "../../../../shared/feed/verify.ts";
import { docOfUtterance, SUMMARY_DOC } from "../../../../shared/meeting/owned-id.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { firstRevision, meeting, proposal, yes } from "../../../cast/samiras-meeting.ts";
import { karim, samira, type CastVoice } from "../../../cast/seven-voices.ts";
import { firstHead, NOWHERE } from "../../../cast/writing.ts";

const CLIENT_ID = 4711;

let hers: UtteranceId;
beforeAll(async () => {
  hers = await utteranceOf(samira, 1);
});

function entryOf(voice: CastVoice, kind: EntryKind, doc: DocName, payload: Bytes | null): VerifiedEntry {
  const { feed, publicKey, session } = firstHead(voice);
  const none = new Uint8Array(0);
  return { feed, voice: voice.id, publicKey, session, seq: 3, at: 99, kind, doc, hash: none, payload, bytes: none };
}

const stating = (voice: CastVoice, statement: Statement) =>
  entryOf(voice, "statement", NOWHERE, encodeStatement(statement));

function editing(voice: CastVoice, doc: DocName, clientId = CLIENT_ID): VerifiedEntry {
  const words = new Y.Doc();
  words.clientID = clientId;
  words.getText("words").insert(0, "I want to sleep.");
  return entryOf(voice, "edit", doc, Y.encodeStateAsUpdate(words) as Bytes); // an ordinary buffer of its own
}

describe("what a verified entry comes to", () => {
  it("is a statement of its voice, at its place and time", async () => {
    const statement: Statement = { kind: "utterance-said", utterance: hers };
    const { feed } = firstHead(samira);
    expect(await judge(meeting, stating(samira, statement), CLIENT_ID)).toEqual({
      ok: true,
      value: { kind: "statement", stated: { voice: samira.id, feed, seq: 3, at: 99, body: statement } },
    });
  });

  it("is an edit of its voice's own words, or of the summary", async () => {
    for (const [doc, target] of [
      [docOfUtterance(hers), hers],
      [SUMMARY_DOC, "summary"],
    ] as const) {
      const entry = editing(samira, doc);
      expect(await judge(meeting, entry, CLIENT_ID)).toEqual({
        ok: true,
        value: { kind: "edit", voice: samira.id, target, update: entry.payload },
      });
    }
  });

  it("is nothing said when its payload was let go of: that breaks no rule", async () => {
    expect(await judge(meeting, entryOf(samira, "edit", docOfUtterance(hers), null), CLIENT_ID)).toEqual({
      ok: true,
      value: { kind: "nothing-said" },
    });
  });
});

describe("a voice breaks a rule", () => {
  it.each<[string, string, () => Promise<VerifiedEntry> | VerifiedEntry]>([
    [
      "by saying what is no statement",
      "statement-unreadable",
      () => entryOf(samira, "statement", NOWHERE, new Uint8Array([1, 2])),
    ],
    [
      "by speaking for another's utterance",
      "not-the-owner",
      () => stating(karim, { kind: "utterance-said", utterance: hers }),
    ],
    ["by writing into another's utterance", "not-the-owner", () => editing(karim, docOfUtterance(hers))],
    ["by writing under a client id that is not its feed's", "not-the-author", () => editing(samira, SUMMARY_DOC, 1)],
    ["by writing into a document nobody has", "document-unknown", () => editing(samira, NOWHERE)],
    ["by an edit that is none", "edit-unreadable", () => entryOf(samira, "edit", SUMMARY_DOC, new Uint8Array([9]))],
    [
      "by beginning a meeting that is not its own",
      "not-the-founder",
      () =>
        stating(karim, {
          kind: "meeting-begun",
          name: "",
          personCalled: "",
          language: "en",
          nonce: "A".repeat(43),
          seed: "",
        }),
    ],
    [
      "by proposing one text under the digest of another",
      "digest-wrong",
      async () => {
        const { body } = await proposal(karim, 1, firstRevision);
        return stating(karim, { ...body, digest: "0".repeat(64) } as Statement); // the shape stays the same
      },
    ],
    [
      "by a consent that its voice has not signed",
      "signature-wrong",
      async () => {
        const { body } = await yes(samira, 1, "0".repeat(64) as Parameters<typeof yes>[2]); // the shape of a digest
        if (body.kind !== "consent-given") throw new Error("a yes is a consent");
        return stating(samira, { ...body, document: { ...body.document, givenAt: "2020-01-01T00:00:00.000Z" } });
      },
    ],
  ])("%s", async (_how, reason, make) => {
    expect(await judge(meeting, await make(), CLIENT_ID)).toEqual({ ok: false, reason });
  });
});
