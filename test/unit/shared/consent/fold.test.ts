import { describe, expect, it } from "vitest";
import type { UtteranceId } from "../../../../shared/feed/ids.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { agreedRevision, answerOf, isFinal, openRevision } from "../../../../shared/consent/final.ts";
import { foldConsents, stepConsent } from "../../../../shared/consent/fold.ts";
import { digestOf } from "../../../../shared/consent/root.ts";
import type { Revisions } from "../../../../shared/consent/state.ts";
import type { ConsentStatement, Revision } from "../../../../shared/consent/statements.ts";
import {
  everyoneButKarim,
  firstRevision,
  freeze,
  meeting,
  notYet,
  paragraph,
  proposal,
  stated,
  state,
  takenBack,
  yes,
} from "../../../cast/samiras-meeting.ts";
import {
  asVoice,
  ellen,
  everyone,
  jo,
  karim,
  layla,
  okafor,
  samira,
  stranger,
  tomas,
} from "../../../cast/seven-voices.ts";

const context = { meeting, state };
const digest = await digestOf(firstRevision);
const proposed = await proposal(ellen, 1000, firstRevision);
const allYes = await Promise.all(everyone.map((voice, index) => yes(voice, 1001 + index, digest)));

function fold(...statements: readonly Stated<ConsentStatement>[]): Revisions {
  return foldConsents(statements, context);
}

function finalAfter(...statements: readonly Stated<ConsentStatement>[]): boolean {
  const revision = fold(proposed, ...statements).get(digest);
  return revision !== undefined && isFinal(revision);
}

function refusalOf(statement: Stated<ConsentStatement>, before: Revisions = new Map(), where = context): string {
  const step = stepConsent(before, statement, where);
  return step.ok ? "stands" : step.reason;
}

describe("a revision becomes final", () => {
  it("when all seven have consented", () => {
    expect(finalAfter(...allYes)).toBe(true);
  });

  it("not when it was only proposed, not even by everyone", async () => {
    const proposals = await Promise.all(everyone.map((voice, index) => proposal(voice, 1010 + index, firstRevision)));
    expect(finalAfter(...proposals)).toBe(false);
  });

  it.each(everyone.map((voice) => [voice.profile.name, voice] as const))("not without %s", (_name, missing) => {
    expect(finalAfter(...allYes.filter(({ voice }) => voice !== missing.id))).toBe(false);
  });

  it("not while Karim says not yet, and once he says yes", async () => {
    const six = allYes.filter(({ voice }) => voice !== karim.id);
    const hesitating = notYet(karim, 1020, digest, "I don’t want my name going to the GP.");
    expect(finalAfter(...six, hesitating)).toBe(false);
    expect(finalAfter(...six, hesitating, await yes(karim, 1030, digest))).toBe(true);
  });

  it("not any more when Layla takes her yes back", () => {
    expect(finalAfter(...allYes, takenBack(layla, 1020, digest))).toBe(false);
  });

  it("not any more when Layla says not yet after all", () => {
    expect(finalAfter(...allYes, notYet(layla, 1020, digest))).toBe(false);
  });

  it("not when it asks nobody", () => {
    const nobody: Revision = { ...firstRevision, voices: [] };
    expect(isFinal({ digest, revision: nobody, proposedBy: ellen.id, proposedAt: 1, answers: new Map() })).toBe(false);
  });

  it("not by a yes to another text that was put in its place", async () => {
    const other = await yes(karim, 1030, await digestOf(freeze({ frozenAtMs: 1 })));
    if (other.body.kind !== "consent-given") throw new Error("a yes");
    const moved = stated(karim, 1030, { ...other.body, digest });
    expect(refusalOf(moved, fold(proposed))).toBe("of-another-text");
  });
});

describe("an answer counts for nothing", () => {
  it("before there is anything to answer", async () => {
    expect(refusalOf(await yes(samira, 1, digest))).toBe("not-proposed");
  });

  it("from someone the revision does not ask", async () => {
    expect(refusalOf(await yes(stranger, 1020, digest), fold(proposed))).toBe("not-a-voice-of-it");
    expect(refusalOf(notYet(stranger, 1020, digest), fold(proposed))).toBe("not-a-voice-of-it");
  });

  it("when Dr Okafor hands in Samira’s consent as his own", async () => {
    const { body } = await yes(samira, 1020, digest);
    expect(refusalOf(stated(okafor, 1021, body), fold(proposed))).toBe("not-your-consent");
  });

  it("when it was given in another meeting", async () => {
    const given = await yes(samira, 1020, digest);
    if (given.body.kind !== "consent-given") throw new Error("a yes");
    const document = { ...given.body.document, meeting: "another-meeting" };
    expect(refusalOf(stated(samira, 1020, { ...given.body, document }), fold(proposed))).toBe("of-another-meeting");
  });
});

describe("a proposal is refused", () => {
  const refused = async (revision: Revision, where = context, at = 1000) =>
    refusalOf(await proposal(ellen, at, revision), new Map(), where);
  const without = (...missing: readonly { readonly id: string }[]): Revision => ({
    ...firstRevision,
    voices: firstRevision.voices.filter(({ id }) => !missing.some((voice) => voice.id === id)),
  });

  it("from someone who waits at the door", async () => {
    const voices = new Map(state.voices).set(stranger.id, asVoice(stranger, "waiting"));
    const knocking = await proposal(stranger, 1000, firstRevision);
    expect(refusalOf(knocking, new Map(), { meeting, state: { ...state, voices } })).toBe("not-admitted");
  });

  it("when it is of another meeting", async () => {
    expect(await refused({ ...firstRevision, meeting: "another-meeting" })).toBe("of-another-meeting");
  });

  it("when it is under another name than the meeting’s", async () => {
    expect(await refused({ ...firstRevision, name: "Psychosis, non-compliant" })).toBe("said-otherwise");
    const anew = { ...state, begun: null, everBegunAs: new Set(["Another name", firstRevision.name]) };
    expect(await refused(firstRevision, { meeting, state: anew })).toBe("stands");
  });

  it("when it names a voice twice", async () => {
    const { voices } = firstRevision;
    expect(await refused({ ...firstRevision, voices: [...voices, ...voices.slice(0, 1)] })).toBe("voices-repeated");
  });

  it.each([
    ["Layla, who said something", layla],
    ["Tomas, who wrote in the summary", tomas],
    ["Dr Okafor, who took a position", okafor],
    ["Ellen, who worded a decision", ellen],
  ])("when it leaves out %s", async (_who, missing) => {
    expect(await refused(without(missing))).toBe("voice-left-out");
  });

  it("when it leaves out Layla together with everything she said", async () => {
    const bare: Revision = { ...without(layla, jo), summary: [], utterances: [], decisions: [] };
    expect(await refused(bare)).toBe("voice-left-out");
  });

  it("when Dr Okafor alone would finalise a text of his own, even one he dates before anyone spoke", async () => {
    const alone: Revision = {
      ...firstRevision,
      voices: firstRevision.voices.filter(({ id }) => id === okafor.id),
      summary: [paragraph([okafor, "Samira is ill."])],
      utterances: [],
      decisions: [],
    };
    for (const at of [1000, 1]) {
      expect(refusalOf(await proposal(okafor, at, alone))).toBe("voice-left-out");
    }
  });

  it("when it leaves out Samira, and was proposed and said yes to only once she has left; not once she was removed", async () => {
    const past: Revision = { ...without(samira, jo), summary: [], utterances: [], decisions: [] };
    const where = (standing: "left" | "removed") => {
      const voices = new Map(state.voices).set(samira.id, asVoice(samira, standing));
      return { meeting, state: { ...state, voices, utterances: new Map() } };
    };
    expect(await refused(past, where("left"))).toBe("voice-left-out");
    expect(await refused(past, where("removed"))).toBe("stands");
  });

  it("not because somebody else has left, of whom there is no word in it, though it were whoever began the meeting", async () => {
    const bare: Revision = { ...without(ellen), summary: [], utterances: [], decisions: [] };
    const voices = new Map(state.voices).set(ellen.id, asVoice(ellen, "left"));
    const where = { meeting, state: { ...state, voices } };
    expect(refusalOf(await proposal(okafor, 1000, bare), new Map(), where)).toBe("stands");
  });

  it("not when Samira answers after she has left", async () => {
    const voices = new Map(state.voices).set(samira.id, asVoice(samira, "left"));
    const where = { meeting, state: { ...state, voices } };
    const proposed = foldConsents([await proposal(ellen, 1000, firstRevision)], where);
    expect(refusalOf(await yes(samira, 1001, digest), proposed, where)).toBe("stands");
  });

  it("not because the one who proposed it has left since", async () => {
    const voices = new Map(state.voices).set(ellen.id, asVoice(ellen, "left"));
    expect(await refused(firstRevision, { meeting, state: { ...state, voices } })).toBe("stands");
  });

  it("not because Karim, whom it leaves out, calls himself the person at the centre later", async () => {
    const later = { ...asVoice(karim), profile: samira.profile, kinds: new Set(["network", "person"] as const) };
    const voices = new Map(state.voices).set(karim.id, later);
    expect(await refused(without(karim), { meeting, state: { ...state, voices } })).toBe("stands");
  });

  it("not because Karim, let in after it, says that he had spoken before it", async () => {
    const [said] = state.utterances.values();
    if (said === undefined) throw new Error("Samira spoke first");
    const id = "karims-first-wordsAAAA" as UtteranceId; // any 22 characters
    const utterances = new Map(state.utterances).set(id, { ...said, id, voice: karim.id, begunAt: 1 });
    const late = new Map(state.voices).set(karim.id, { ...asVoice(karim), admittedAt: 2000 });
    expect(await refused(without(karim), { meeting, state: { ...state, utterances, voices: late } })).toBe("stands");
    expect(await refused(without(karim), { meeting, state: { ...state, utterances } })).toBe("voice-left-out");
  });

  it("when it has Samira’s first words answer something, or imagine someone", async () => {
    const [first, ...others] = firstRevision.utterances;
    if (first === undefined) throw new Error("Samira spoke first");
    for (const bent of [{ answers: first.id }, { phase: "reflection" as const }, { imagines: "Dad" }]) {
      expect(await refused({ ...firstRevision, utterances: [{ ...first, ...bent }, ...others] })).toBe(
        "said-otherwise",
      );
    }
  });

  it("not when it leaves out Karim, who had said nothing before it", async () => {
    expect(await refused(without(karim))).toBe("stands");
  });

  it("when it gives Samira’s utterance to Dr Okafor", async () => {
    const [first, ...others] = firstRevision.utterances;
    if (first === undefined) throw new Error("Samira spoke first");
    const given = { ...first, voice: okafor.id };
    expect(await refused({ ...firstRevision, utterances: [given, ...others] })).toBe("words-of-another");
  });

  it("when it puts Dr Okafor’s words into Samira’s utterance", async () => {
    const [first, ...others] = firstRevision.utterances;
    if (first === undefined) throw new Error("Samira spoke first");
    const mixed = { ...first, paragraphs: [...first.paragraphs, paragraph([okafor, "I am ill."])] };
    expect(await refused({ ...firstRevision, utterances: [mixed, ...others] })).toBe("words-of-another");
  });

  it("when it holds words of nobody", async () => {
    const anonymous = [{ style: "paragraph" as const, runs: [{ voice: null, text: "It was decided." }] }];
    expect(await refused({ ...firstRevision, summary: anonymous })).toBe("words-of-nobody");
  });
});

describe("the revision to read", () => {
  it("is the one that supersedes, and the agreed one stays agreed until the next is final", async () => {
    const second = freeze({
      summary: [paragraph([layla, "Now my fear is in it too."])],
      supersedes: digest,
      frozenAtMs: 2,
    });
    const secondDigest = await digestOf(second);
    const again = await proposal(samira, 2000, second);
    const readding = fold(proposed, ...allYes, again);
    expect(openRevision(readding)).toBe(secondDigest);
    expect(agreedRevision(readding)).toBe(digest);

    const consents = await Promise.all(everyone.map((voice, index) => yes(voice, 2001 + index, secondDigest)));
    const agreedAgain = fold(proposed, ...allYes, again, ...consents);
    expect(agreedRevision(agreedAgain)).toBe(secondDigest);
  });

  it("is none before anything was proposed, and none is agreed while Karim is not ready", async () => {
    expect(openRevision(new Map())).toBeNull();
    const six = await Promise.all(everyoneButKarim.map((voice, index) => yes(voice, 1001 + index, digest)));
    const first = fold(proposed, ...six, notYet(karim, 1020, digest));
    expect(openRevision(first)).toBe(digest);
    expect(agreedRevision(first)).toBeNull();
  });

  it("tells each voice its own answer", () => {
    const revision = fold(proposed, notYet(karim, 1020, digest, "Not my name.")).get(digest);
    if (revision === undefined) throw new Error("it was proposed");
    expect(answerOf(revision, karim.id)).toEqual({ answer: "not-yet", at: 1020, words: "Not my name." });
    expect(answerOf(revision, samira.id)).toBeNull();
  });
});
