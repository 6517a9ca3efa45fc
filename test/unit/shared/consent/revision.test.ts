import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { digestOf, rootOf } from "../../../../shared/consent/root.ts";
import { canonicalText } from "../../../../shared/consent/canonical.ts";
import { RevisionSchema } from "../../../../shared/consent/statements.ts";
import { asVoice, jo, karim, layla, samira, stranger, tomas } from "../../../cast/seven-voices.ts";
import { chosen, firstRevision, freeze, paragraph, state } from "../../../cast/samiras-meeting.ts";

describe("freezing a revision", () => {
  it("asks all seven voices, in the order they introduced themselves", () => {
    const names = firstRevision.voices.map(({ profile }) => profile.name);
    expect(names).toEqual(["Samira", "Layla", "Karim", "Jo", "Ellen", "Dr Okafor", "Tomas"]);
  });

  it("asks Karim too, who has said nothing", () => {
    expect(firstRevision.utterances.some(({ voice }) => voice === karim.id)).toBe(false);
    expect(firstRevision.voices.map(({ id }) => id)).toContain(karim.id);
  });

  it("does not ask someone who waits at the door", () => {
    const voices = new Map(state.voices).set(stranger.id, asVoice(stranger, "waiting"));
    expect(freeze({ state: { ...state, voices } })).toEqual(firstRevision);
  });

  it("still asks Layla after she left, because her words are in it, and no longer Jo, whose are not", () => {
    const voices = new Map(state.voices).set(layla.id, asVoice(layla, "left")).set(jo.id, asVoice(jo, "left"));
    const asked = freeze({ state: { ...state, voices } }).voices.map(({ id }) => id);
    expect(asked).toContain(layla.id);
    expect(asked).not.toContain(jo.id);
  });

  it("still asks Samira after she left, whatever stands in it, and no longer once she was removed", () => {
    const asked = (standing: "left" | "removed") => {
      const voices = new Map(state.voices).set(samira.id, asVoice(samira, standing));
      const bare = { ...state, voices, order: [], decisions: new Map() };
      return freeze({ state: bare, summary: [paragraph([tomas, "We met."])] }).voices.map(({ id }) => id);
    };
    expect(asked("left")).toContain(samira.id);
    expect(asked("removed")).not.toContain(samira.id);
  });

  it("keeps utterances in the order of the record, with what they answer", () => {
    expect(firstRevision.utterances.map(({ id }) => id)).toEqual(state.order);
    expect(firstRevision.utterances[6]?.answers).toBe(state.order[5]);
  });

  it("leaves out an utterance that was discarded meanwhile", () => {
    const order = state.order.slice(1);
    expect(freeze({ state: { ...state, order } }).utterances).toHaveLength(chosen.length - 1);
  });

  it("keeps positions with whose they are, the earliest first", () => {
    const positions = firstRevision.decisions[0]?.positions.map(({ voice, position }) => [voice, position]);
    expect(positions).toEqual([
      [layla.id, "with-reservation"],
      [samira.id, "agree"],
    ]);
  });

  it("does not depend on the order in which the laptop learned things", () => {
    const backwards = {
      ...state,
      voices: new Map([...state.voices].reverse()),
      utterances: new Map([...state.utterances].reverse()),
      decisions: new Map([...state.decisions].reverse()),
    };
    expect(canonicalText(freeze({ state: backwards }))).toBe(canonicalText(firstRevision));
  });

  it("drops empty paragraphs and joins what one voice typed in pieces", () => {
    const pieces = [
      { style: "paragraph" as const, runs: [{ voice: null, text: " " }] },
      { style: "paragraph" as const, runs: [] },
      paragraph([samira, "I’m "], [samira, "frightened"], [samira, ""], [tomas, "."]),
    ];
    expect(freeze({ summary: pieces }).summary).toEqual([paragraph([samira, "I’m frightened"], [tomas, "."])]);
  });

  it("gives half an emoji a form that every program can hash", async () => {
    const revision = freeze({ summary: [paragraph([samira, "tired \ud83d"])] });
    expect(revision.summary[0]?.runs[0]?.text).toBe("tired \ufffd");
    await expect(digestOf(revision)).resolves.toHaveLength(64);
  });

  it("makes something the schema accepts, unchanged", () => {
    const read = v.parse(RevisionSchema, JSON.parse(JSON.stringify(firstRevision)));
    expect(canonicalText(read)).toBe(canonicalText(firstRevision));
  });
});

describe("the digest", () => {
  it("is the SHA-256 of the canonical root, which binds the whole text", async () => {
    const root = await rootOf(firstRevision);
    const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
    expect(await digestOf(firstRevision)).toBe(sha256(canonicalText(root)));
    expect(root.text).toBe(sha256(canonicalText(firstRevision)));
  });

  it("sorts keys as RFC 8785 says", () => {
    expect(canonicalText(firstRevision).startsWith('{"decisions":[{"id":"decision')).toBe(true);
  });

  it("is another one when a single letter is", async () => {
    const changed = { ...firstRevision, nextMeeting: "Thursday at Five, here." };
    expect(await digestOf(changed)).not.toBe(await digestOf(firstRevision));
  });

  it("is another one when the same words are given to another voice", async () => {
    const before = freeze({ summary: [paragraph([samira, "Both of these stand."])] });
    const after = freeze({ summary: [paragraph([tomas, "Both of these stand."])] });
    expect(await digestOf(after)).not.toBe(await digestOf(before));
  });

  it("refuses at the door a text no program could hash", () => {
    const broken = { ...firstRevision, nextMeeting: "Thursday \ud83d" };
    const [first, ...others] = firstRevision.voices;
    const nameless = {
      ...firstRevision,
      voices: [{ ...first, profile: { ...first?.profile, name: "S\udc00" } }, ...others],
    };
    expect(v.safeParse(RevisionSchema, broken).success).toBe(false);
    expect(v.safeParse(RevisionSchema, nameless).success).toBe(false);
  });

  it.each(["2026-02-31T10:00:00.000Z", "2026-11-26T17:00:00+00", "2026-11-26T17:00Z", "+275760-09-13T00:00:00.001Z"])(
    "refuses at the door a moment that is none, or that another program might read differently: %s",
    (frozenAt) => {
      expect(v.safeParse(RevisionSchema, { ...firstRevision, frozenAt }).success).toBe(false);
    },
  );
});
