import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../../shared/consent/canonical.ts";
import { bundleFileName, parseBundle } from "../../../../shared/export/bundle-shape.ts";
import { makeBundle, makeNotice } from "../../../../shared/export/bundle.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { thursday } from "../../../cast/samiras-meeting.ts";
import { agreedTo, bundleFor, gp, later, proven, toBeProven } from "../../../cast/proven.ts";
import { ellen, everyone, jo, karim, layla, stranger, tomas } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";

const [rooms, gps] = [await bundleFor("network"), await bundleFor(gp)];
const making = { proposed: proven, supersededBy: null, madeBy: ellen, madeAtMs: thursday };

describe("the bundle of an agreed record", () => {
  it("is exactly its canonical form", () => {
    const parsed = parseBundle(rooms);
    expect(parsed.ok && canonicalText(parsed.value)).toBe(rooms);
  });

  it("has the words in it as anyone reads them", () => {
    expect(rooms).toContain("I want to sleep, and I don’t want to be talked about in the kitchen.");
    expect(rooms).toContain("بنتي تعبانة.");
  });

  it("is the same every time for the same voice and moment", async () => {
    expect(await bundleFor("network")).toBe(rooms);
  });

  it("holds, with every voice’s yes", async () => {
    const { faults, ok, voices, reader, meeting, madeBy } = await verifyBundle(rooms);
    expect({ ok, faults }).toEqual({ ok: true, faults: [] });
    expect(voices.map(({ name }) => name)).toEqual(everyone.map(({ profile }) => profile.name));
    expect(voices.map(({ saidYesAt }) => saidYesAt)).toEqual(everyone.map(() => "2026-11-26T17:01:00.000Z"));
    expect({ reader, meeting: meeting?.name, madeBy }).toEqual({
      reader: "",
      meeting: "Samira’s meeting",
      madeBy: "Ellen",
    });
  });

  it("says who wrote Jo’s yes down, and who heard it too", async () => {
    const { voices } = await verifyBundle(rooms);
    expect(voices.filter(({ aloud }) => aloud !== null)).toEqual([
      expect.objectContaining({ name: "Jo", aloud: { scribe: "Ellen", witness: "Tomas" } }),
    ]);
  });
});

describe("the GP’s copy", () => {
  it("calls Karim as he wishes, and has his name nowhere", async () => {
    expect(gps).not.toContain("Karim");
    const { ok, reader, voices } = await verifyBundle(gps);
    expect({ ok, reader, third: voices[2]?.name }).toEqual({
      ok: true,
      reader: "Dr Brandt",
      third: "Samira’s brother",
    });
  });

  it("has only what is meant for the GP, and tells nothing of the others’ copies", () => {
    expect(gps).toContain("Sleep medicine for five nights");
    for (const { summary, utterances } of [toBeProven]) {
      for (const { runs } of [...summary, ...utterances.flatMap(({ paragraphs }) => paragraphs)]) {
        for (const { text } of runs) expect(gps).not.toContain(text);
      }
    }
    for (const { id, salt } of toBeProven.readers) if (id !== gp) expect(gps).not.toContain(salt);
  });
});

describe("taking a bundle along", () => {
  it("is refused while one voice has not said yes", async () => {
    const answers = new Map([...proven.answers].filter(([id]) => id !== karim.id));
    const draft = { ...proven, answers };
    expect(await makeBundle({ ...making, proposed: draft, reader: "network" })).toEqual({
      ok: false,
      reason: "not-final",
    });
    expect(await makeNotice({ ...making, proposed: draft })).toEqual({ ok: false, reason: "not-final" });
  });

  it("is refused once Layla has taken her yes back; a notice tells so without a word of the text", async () => {
    const withdrawn = await withdrawnBy(proven, layla);
    expect(await makeBundle({ ...making, proposed: withdrawn, reader: gp })).toEqual({
      ok: false,
      reason: "consent-withdrawn",
    });
    const notice = await makeNotice({ ...making, proposed: withdrawn });
    if (!notice.ok) throw new Error(notice.reason);
    // Two letters may stand in any signature.
    const names = everyone.map(({ profile }) => profile.name).filter((name) => name.length > 2);
    for (const name of names) expect(notice.value).not.toContain(name);
    const told = await verifyBundle(notice.value);
    expect(told).toMatchObject({
      ok: true,
      notice: true,
      copy: null,
      digest: proven.digest,
      withdrawn: [{ id: layla.id }],
    });
  });

  it.each([
    ["a stranger", stranger],
    ["Jo, who has no key of her own here", jo],
  ])("is refused to %s", async (_who, madeBy) => {
    expect(await makeBundle({ ...making, madeBy, reader: "network" })).toEqual({ ok: false, reason: "not-a-voice" });
  });

  it("is refused where whoever wrote a yes down is no voice of the record", async () => {
    const without = await agreedTo({
      ...toBeProven,
      voices: toBeProven.voices.filter(({ id }) => id !== ellen.id),
    });
    expect(await makeBundle({ ...making, proposed: without, madeBy: tomas, reader: "network" })).toEqual({
      ok: false,
      reason: "not-provable",
    });
  });

  it("tells of the text that took its place, once that is agreed", async () => {
    const made = await makeBundle({ ...making, reader: gp, supersededBy: later });
    if (!made.ok) throw new Error(made.reason);
    expect(made.value).not.toContain("Monday");
    const { ok, supersededBy } = await verifyBundle(made.value);
    expect(ok).toBe(true);
    expect(supersededBy).toEqual({
      digest: later.digest,
      agreedAt: "2026-11-26T17:01:00.000Z",
      voices: everyone.map(({ id }) => id),
    });
  });

  it("leaves nothing to tell where nothing has become of it", async () => {
    expect(await makeNotice(making)).toEqual({ ok: false, reason: "nothing-to-tell" });
  });
});

it.each([
  ["Samira / Thursday", "Samira Thursday.polyphony"],
  ["..", "Polyphony.polyphony"],
  ["ما قيل\u202E", "ما قيل.polyphony"],
  ["😀".repeat(100), `${"😀".repeat(80)}.polyphony`],
])("a bundle of %s is called %s", (title, name) => {
  expect(bundleFileName(title)).toBe(name);
});

it.each(["", "null", "{}", "[".repeat(100_000), '{"type":"PolyphonyCopy"}', "\u0000"])(
  "reads no bundle from %j",
  (text) => {
    expect(parseBundle(text)).toEqual({ ok: false, reason: "unreadable" });
  },
);
