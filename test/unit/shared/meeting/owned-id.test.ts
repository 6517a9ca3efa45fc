import { describe, expect, it } from "vitest";
import type { DocName, DecisionId, UtteranceId } from "../../../../shared/feed/ids.ts";
import {
  createOwnedId,
  docOfUtterance,
  owns,
  SUMMARY_DOC,
  utteranceOfDoc,
  writerMark,
} from "../../../../shared/meeting/owned-id.ts";
import { everyone, layla, samira } from "../../../cast/seven-voices.ts";
import { publicKeyOf } from "../../../cast/writing.ts";

describe("an utterance's name", () => {
  it("says who writes it, and no first claim can change that", async () => {
    const mark = await writerMark(publicKeyOf(samira));
    for (const id of [createOwnedId<UtteranceId>(mark), createOwnedId<DecisionId>(mark)]) {
      const owners = await Promise.all(everyone.map(async (voice) => owns(await writerMark(publicKeyOf(voice)), id)));
      expect(everyone.filter((_, index) => owners[index])).toEqual([samira]);
    }
  });

  it("is a new one each time", async () => {
    const mark = await writerMark(publicKeyOf(layla));
    expect(createOwnedId<UtteranceId>(mark)).not.toBe(createOwnedId<UtteranceId>(mark));
  });

  it("leads to the document that holds its words, and back", async () => {
    const id = createOwnedId<UtteranceId>(await writerMark(publicKeyOf(layla)));
    expect(docOfUtterance(id)).toBe(`utterance/${id}`);
    expect(utteranceOfDoc(docOfUtterance(id))).toBe(id);
  });

  it.each([
    SUMMARY_DOC,
    "",
    "utterance/",
    "utterance/short",
    "utterance/AAAAAAAAAAAAAAAAAAAAAB", // a second spelling of a name
    "utterance/AAAAAAAAAAAAAAAAAAAAAA/",
    "Utterance/AAAAAAAAAAAAAAAAAAAAAA",
    "\uFEFFutterance/AAAAAAAAAAAAAAAAAAAAAA",
  ])("is not to be found in the document %j", (doc) => {
    expect(utteranceOfDoc(doc as DocName)).toBeNull(); // any text may come as a name
  });
});
