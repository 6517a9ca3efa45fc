import { canonicalText } from "../../../shared/consent/canonical.ts";
import { signConsent, signDocument } from "../../../shared/consent/proof.ts";
import { commitmentTo, digestOfRoot, manifestOf, rootOf } from "../../../shared/consent/root.ts";
import type { Copy } from "../../../shared/consent/statements.ts";
import { parseBundle, type Bundle } from "../../../shared/export/bundle-shape.ts";
import { sealHtml } from "../../../shared/export/seal.ts";
import { renderHtml } from "../../../shared/export/render-html.ts";
import { verifyBundle } from "../../../shared/export/verify.ts";
import { verifyFile } from "../../../shared/export/verify-file.ts";
import { exportStrings as strings } from "../../cast/export-strings.ts";
import { bundleFor, ellensSeal, gp, later, pageFor, proven } from "../../cast/proven.ts";
import { meeting, thursday } from "../../cast/samiras-meeting.ts";
import { karim, okafor, stranger, type CastVoice } from "../../cast/seven-voices.ts";
import { scaled, type Attack, type Outcome } from "../attack.ts";

type Whole = Extract<Bundle, { type: "PolyphonyCopy" }>;

async function theCopy(): Promise<Whole> {
  const parsed = parseBundle(await bundleFor("network"));
  if (!parsed.ok || parsed.value.type !== "PolyphonyCopy") throw new Error("a bundle is read as it was made");
  return parsed.value;
}

/** The bundle with something in it changed, put together again with every key this voice has. */
async function forged(change: Partial<Whole>, by: CastVoice): Promise<string> {
  const { proof, ...unsigned } = { ...(await theCopy()), ...change, madeBy: by.id };
  return canonicalText(await signDocument(unsigned, by, proof.created));
}

/** What came of handing these files to somebody who checks them. */
async function checked(files: readonly (readonly [string, Uint8Array | string])[]): Promise<Outcome> {
  const harms: string[] = [];
  for (const [what, file] of files) {
    const { ok } = typeof file === "string" ? await verifyBundle(file) : await verifyFile(file);
    if (ok) harms.push(`${what} was taken for the agreed record`);
  }
  return { tried: files.length, harms };
}

/** Whoever holds a copy, and hands on another. */
export const forgingRecords: readonly Attack[] = [
  {
    name: "hand on an agreed record with other words in it, signed anew",
    promise: "P3",
    async run() {
      const { copy } = await theCopy();
      const changed = { ...copy, nextMeeting: "Friday at nine, at the clinic." };
      const revision = { ...proven.revision, nextMeeting: changed.nextMeeting };
      const tries: (readonly [string, string])[] = [];
      for (const by of [karim, okafor, stranger]) {
        const name = by.profile.name;
        const manifest = await manifestOf(changed);
        tries.push([`other words by ${name}`, await forged({ copy: changed }, by)]);
        tries.push([`other words and hashes by ${name}`, await forged({ copy: changed, manifest }, by)]);
        const root = await rootOf(revision);
        tries.push([`another root by ${name}`, await forged({ copy: changed, manifest, root }, by)]);
        const alone = { ...root, voices: [{ id: by.id }] };
        tries.push([`a root of one voice by ${name}`, await forged({ copy: changed, manifest, root: alone }, by)]);
      }
      return checked(tries);
    },
  },
  {
    name: "sign alone for what others are said to have said",
    promise: "P3",
    async run() {
      const { copy, root } = await theCopy();
      const salt = proven.revision.readers[0]?.salt ?? "";
      const tries: (readonly [string, string])[] = [];
      for (const by of [karim, okafor]) {
        const alone = copy.voices.filter(({ id }) => id === by.id);
        const parts: readonly (readonly [string, Partial<Copy>])[] = [
          ["with everyone's words", {}],
          ["with nothing but decisions", { summary: [], utterances: [] }],
          ["with nothing but utterances", { summary: [], decisions: [], tasks: [], wishes: [] }],
          ["with the summary alone", { utterances: [], decisions: [], tasks: [], wishes: [] }],
        ];
        for (const [what, left] of parts) {
          const changed: Copy = { ...copy, ...left, voices: alone };
          const manifest = await manifestOf(changed);
          const ownRoot = { ...root, voices: [{ id: by.id }], copies: [await commitmentTo(manifest, salt)] };
          const digest = await digestOfRoot(ownRoot);
          const consent = await signConsent({
            meeting,
            voice: by.id,
            digest,
            privateKey: by.privateKey,
            givenAtMs: thursday,
          });
          const whole = { copy: changed, manifest, salt, root: ownRoot, consents: [consent], witnesses: [] };
          tries.push([`${by.profile.name} alone, ${what}`, await forged(whole, by)]);
        }
      }
      return checked(tries);
    },
  },
  {
    name: "seal a changed page of an agreed record with another key",
    promise: "P3",
    async run() {
      const bundle = await bundleFor(gp);
      const page = renderHtml({ standing: "agreed", proposed: proven, reader: gp, strings }, bundle);
      const changed = page.replace("Five nights", "Nine nights");
      const real = new TextDecoder().decode(await pageFor(gp));
      const itsSeal = real.slice(real.lastIndexOf("<!--"));
      const [karims, theirs] = [karim, stranger].map((sealedBy) => ({ ...ellensSeal, sealedBy }));
      if (karims === undefined || theirs === undefined) throw new Error("two seals were wished for");
      return checked([
        ["a page sealed by a stranger", await sealHtml(changed, theirs)],
        ["a page sealed by a voice that did not take it along", await sealHtml(changed, karims)],
        ["a page with the seal of another", new TextEncoder().encode(changed + itsSeal)],
        ["a page with two seals", new TextEncoder().encode(real + itsSeal)],
        ["a page sealed for another text", await sealHtml(page, { ...ellensSeal, revision: later.digest })],
      ]);
    },
  },
  {
    name: "leave a yes out of an agreed record, or put another's in its place",
    promise: "P3",
    async run() {
      const { consents, witnesses, root } = await theCopy();
      const tries: (readonly [string, string])[] = [];
      for (const [index] of consents.entries()) {
        const without = consents.filter((_, place) => place !== index);
        const doubled = consents.map((one, place) => (place === index ? (consents[(index + 1) % 7] ?? one) : one));
        const voices = root.voices.filter((_, place) => place !== index);
        tries.push(["one yes fewer", await forged({ consents: without }, okafor)]);
        tries.push(["one voice twice", await forged({ consents: doubled }, okafor)]);
        tries.push(["one voice fewer", await forged({ consents: without, root: { ...root, voices } }, okafor)]);
      }
      tries.push(["a yes nobody heard", await forged({ witnesses: [] }, okafor)]);
      tries.push(["one heard twice", await forged({ witnesses: [...witnesses, ...witnesses] }, okafor)]);
      return checked(tries);
    },
  },
  {
    name: "change one letter of an agreed record on its way",
    promise: "P3",
    async run(stage) {
      const files = [new TextEncoder().encode(await bundleFor("network")), await pageFor("network")];
      const harms: string[] = [];
      const changes = scaled(stage, 2000);
      for (let count = 0; count < changes; count += 1) {
        const changed = new Uint8Array(stage.chance.pick(files));
        const at = stage.chance.below(changed.length);
        changed[at] = (changed[at] ?? 0) ^ (1 + stage.chance.below(255));
        if ((await verifyFile(changed)).ok) harms.push(`a change at ${String(at)} was not found`);
      }
      return { tried: changes, harms };
    },
  },
];
