import type { Bundle, BundleEntry, Resource } from "@medplum/fhirtypes";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { verifyConsent, verifyWitness } from "../../../../shared/consent/proof.ts";
import { ConsentDocumentSchema, WitnessDocumentSchema } from "../../../../shared/consent/signed-documents.ts";
import type { Revision } from "../../../../shared/consent/statements.ts";
import { renderFhir } from "../../../../shared/export/render-fhir.ts";
import type { ReaderId } from "../../../../shared/feed/ids.ts";
import { exported } from "../../../cast/any-copy.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { agreedByAll, proposedWith } from "../../../cast/records.ts";
import { everyoneButKarim, firstRevision, saltOf } from "../../../cast/samiras-meeting.ts";
import { everyone, jo, karim, samira } from "../../../cast/seven-voices.ts";
import { documentFaults, narratives } from "../../../exports/fhir-document.ts";

const GP = "AAAAAAAAAAAAAAAAAAAAAQ" as ReaderId; // a branded id has no other constructor than a cast

/** The first round with a copy for the GP, who is told of Karim as Samira’s brother and is not given what was said. */
const withGp: Revision = {
  ...firstRevision,
  readers: [
    ...firstRevision.readers,
    {
      ...{ id: GP, name: "Dr Brandt, GP", salt: saltOf(GP) },
      parts: ["decisions", "next-meeting"],
      called: [{ voice: karim.id, name: "Samira’s brother", relation: "" }],
    },
  ],
};
/** The same with Jo, who has no device and says yes aloud. */
const withJoAloud: Revision = {
  ...firstRevision,
  voices: firstRevision.voices.map((voice) => (voice.id === jo.id ? { ...voice, aloud: true as const } : voice)),
};

const agreed = await renderFhir({ standing: "agreed", reader: "network", proposed: agreedByAll, strings });
const draft = await renderFhir({ standing: "draft", reader: "network", proposed: agreedByAll, strings });
const forGp = await renderFhir(await exported({ standing: "agreed", revision: withGp, reader: GP }));
const aloud = await renderFhir(await exported({ standing: "agreed", revision: withJoAloud, reader: "network" }));
const withoutSamira = await renderFhir({
  ...{ standing: "draft", reader: "network", strings },
  proposed: {
    ...agreedByAll,
    revision: {
      ...firstRevision,
      voices: firstRevision.voices.map((voice) => ({
        ...voice,
        profile: { ...voice.profile, kind: voice.id === samira.id ? "network" : voice.profile.kind },
      })),
    },
  },
});

function bundleOf(json: string): Bundle & { entry: BundleEntry[] } {
  // `documentFaults` holds it against the definitions.
  return JSON.parse(json) as Bundle & { entry: BundleEntry[] };
}

function of<Type extends Resource["resourceType"]>(json: string, type: Type) {
  return bundleOf(json).entry.flatMap(({ resource }) =>
    // The type is told by its name.
    resource?.resourceType === type ? [resource as Extract<Resource, { resourceType: Type }>] : [],
  );
}

/** What was signed, as it stands in a document. */
function signedIn(data: string | undefined): unknown {
  return JSON.parse(Buffer.from(data ?? "", "base64").toString("utf8"));
}

describe.each([
  ["an agreed record", agreed],
  ["a draft", draft],
  ["the GP’s copy", forGp],
  ["a record to which one has said yes aloud", aloud],
  ["a record in which nobody is the person at the centre", withoutSamira],
])("the FHIR document of %s", (_what, json) => {
  it("is one that nothing is wrong with", () => {
    expect(documentFaults(json)).toEqual([]);
  });
});

describe("the FHIR document of an agreed record", () => {
  const [composition] = of(agreed, "Composition");

  it("is final, about Samira, and everyone is its author and stands for it", () => {
    expect(composition?.status).toBe("final");
    expect(composition?.subject?.display).toBe("Samira");
    const names = everyone.map(({ profile }) => profile.name);
    expect(composition?.author.map(({ display }) => display)).toEqual(names);
    expect(composition?.attester?.map(({ party }) => party?.display)).toEqual(names);
  });

  it("has its parts in the order of the paper, with the words in them", () => {
    expect(composition?.section?.map(({ title }) => title)).toEqual([
      ...[strings.voicesHeading, strings.summaryHeading, strings.decisionsHeading, strings.leftOpenHeading],
      ...[strings.nextMeetingHeading, strings.wordsHeading, strings.consentsHeading],
    ]);
    const told = (composition?.section ?? []).map(({ text }) => text?.div ?? "").join("");
    for (const { paragraphs } of firstRevision.utterances) expect(told).toContain(paragraphs[0]?.runs[0]?.text);
    expect(told).toContain('<p lang="en" xml:lang="en" dir="rtl">بنتي تعبانة.</p>');
  });

  it("has everyone as what they are to Samira", () => {
    expect(of(agreed, "Patient").map(({ name }) => name?.[0]?.text)).toEqual(["Samira"]);
    expect(of(agreed, "RelatedPerson").map(({ relationship }) => relationship?.[0]?.text)).toEqual([
      ...["Samira’s mother", "Samira’s brother", "Samira’s housemate"],
    ]);
    expect(
      of(agreed, "PractitionerRole").map(({ code, practitioner }) => [practitioner?.display, code?.[0]?.text]),
    ).toEqual([
      ["Ellen", "nurse"],
      ["Dr Okafor", "psychiatrist"],
      ["Tomas", "peer worker"],
    ]);
  });

  it("has every yes as it was signed, so that it can be checked without us", async () => {
    const [provenance] = of(agreed, "Provenance");
    const consents = of(agreed, "Consent");
    expect(consents.map(({ performer }) => performer?.[0]?.display)).toEqual(
      everyone.map(({ profile }) => profile.name),
    );
    for (const [index, { sourceAttachment, dateTime }] of consents.entries()) {
      const document = v.parse(ConsentDocumentSchema, signedIn(sourceAttachment?.data));
      expect(await verifyConsent(document)).toEqual({ ok: true, value: null });
      expect(document).toMatchObject({ revision: agreedByAll.digest, givenAt: dateTime });
      expect(signedIn(provenance?.signature?.[index]?.data)).toEqual(document);
    }
  });

  it("says of a yes that was said aloud who wrote it down and who heard it", async () => {
    const [provenance] = of(aloud, "Provenance");
    const spoken = (provenance?.signature ?? []).filter(
      ({ onBehalfOf, type }) => onBehalfOf !== undefined || type[0]?.code?.endsWith(".11"),
    );
    expect(spoken.map(({ who, onBehalfOf }) => [who.display, onBehalfOf?.display])).toEqual([
      ["Samira", "Jo"],
      ["Layla", undefined],
    ]);
    const [consent, witness] = spoken.map(({ data }) => signedIn(data));
    expect(await verifyConsent(v.parse(ConsentDocumentSchema, consent))).toEqual({ ok: true, value: null });
    expect(await verifyWitness(v.parse(WitnessDocumentSchema, witness))).toEqual({ ok: true, value: null });
    expect(provenance?.agent.slice(-2).map(({ who, onBehalfOf }) => [who.display, onBehalfOf?.display])).toEqual([
      ["Samira", "Jo"],
      ["Layla", "Jo"],
    ]);
  });

  it("cannot be had while Karim has not consented", async () => {
    const proposed = await proposedWith(firstRevision, everyoneButKarim);
    await expect(renderFhir({ standing: "agreed", reader: "network", proposed, strings })).rejects.toThrow();
  });
});

describe("the FHIR document of a draft", () => {
  it("is preliminary, says that it is a draft, and shows no consents", () => {
    const [composition] = of(draft, "Composition");
    expect(composition?.status).toBe("preliminary");
    expect(composition?.text?.div).toContain(strings.draftMark);
    expect(of(draft, "Consent")).toEqual([]);
    expect(draft).not.toContain(strings.agreedMark);
    expect(draft).not.toContain("proofValue");
  });
});

describe("the FHIR document for the GP", () => {
  it("calls Karim as he wished to be called, and tells nothing else", () => {
    expect(forGp).not.toMatch(/Karim/iu);
    expect(of(forGp, "RelatedPerson")[1]?.name).toEqual([{ text: "Samira’s brother" }]);
    expect(forGp).not.toContain("frightened");
    expect(of(forGp, "Composition")[0]?.section?.map(({ title }) => title)).toEqual([
      ...[strings.voicesHeading, strings.decisionsHeading, strings.nextMeetingHeading, strings.consentsHeading],
    ]);
  });

  it("names the GP as the one whom the consents are for", () => {
    for (const { provision } of of(forGp, "Consent")) {
      expect(provision?.actor?.map(({ reference }) => reference.display)).toEqual(["Dr Brandt, GP"]);
    }
  });

  it("has other addresses than the room’s, and the same each time", async () => {
    const room = bundleOf(agreed).entry.map(({ fullUrl }) => fullUrl);
    expect(bundleOf(forGp).entry.filter(({ fullUrl }) => room.includes(fullUrl))).toEqual([]);
    expect(await renderFhir({ standing: "agreed", reader: "network", proposed: agreedByAll, strings })).toBe(agreed);
  });
});

describe("what looks for faults in a document", () => {
  const broken: readonly (readonly [string, (bundle: ReturnType<typeof bundleOf>) => void])[] = [
    ["no moment", (bundle) => delete bundle.timestamp],
    ["no identifier", (bundle) => delete bundle.identifier],
    ["no Composition first", ({ entry }) => entry.reverse()],
    ["one entry twice", ({ entry }) => entry.push(...entry.slice(-1))],
    ["somebody left out", ({ entry }) => entry.splice(1, 1)],
    [
      "somebody whom nobody names",
      ({ entry }) => entry.push({ fullUrl: "urn:uuid:1", resource: { resourceType: "Patient" } }),
    ],
    ["a field that there is not", ({ entry }) => Object.assign(entry[0]?.resource ?? {}, { mood: "calm" })],
    ["a field of another kind", ({ entry }) => Object.assign(entry[0]?.resource ?? {}, { title: 5 })],
    ["a status that there is not", ({ entry }) => Object.assign(entry[0]?.resource ?? {}, { status: "agreed" })],
    ["no author", ({ entry }) => Object.assign(entry[0]?.resource ?? {}, { author: [] })],
  ];

  it.each(broken)("finds %s", (_what, breakIt) => {
    const bundle = bundleOf(agreed);
    breakIt(bundle);
    expect(documentFaults(JSON.stringify(bundle))).not.toEqual([]);
  });

  it.each([
    ["<script>", "<p>", "<script>alert(1)</script><p>"],
    ["an event", "<p>", '<p onclick="alert(1)">'],
    ["a link", "<p>", '<a href="https://stranger.example/">x</a><p>'],
    ["a picture", "<p>", '<img src="https://stranger.example/"/><p>'],
    ["a style", "<p>", '<p style="background: url(https://stranger.example/)">'],
    ["an entity of HTML", "<p>", "<p>&nbsp;"],
    ["an element left open", "</p>", ""],
    ["a tag left open", "</p>", "<"],
    ["a control character", "<p>", "<p>\u0007"],
    ["a paragraph in a paragraph", "<p>", "<p><p>x</p>"],
  ])("finds %s in a narrative", (_what, old, other) => {
    const bundle = bundleOf(agreed);
    const narrative = bundle.entry[1]?.resource;
    if (narrative?.resourceType !== "Patient" || narrative.text === undefined)
      throw new Error("Samira has a narrative");
    expect(narratives(narrative)).toEqual([narrative.text.div]);
    narrative.text.div = narrative.text.div.replace(old, other);
    expect(documentFaults(JSON.stringify(bundle))).not.toEqual([]);
  });
});
