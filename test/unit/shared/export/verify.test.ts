import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../../shared/consent/canonical.ts";
import { signConsent, signDocument, signWithdrawal, signWitness } from "../../../../shared/consent/proof.ts";
import { manifestOf } from "../../../../shared/consent/root.ts";
import { parseBundle, type Bundle } from "../../../../shared/export/bundle-shape.ts";
import { makeBundle, makeNotice } from "../../../../shared/export/bundle.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { verifyTogether } from "../../../../shared/export/verify-together.ts";
import type { Fault } from "../../../../shared/export/verify-outcome.ts";
import { meeting, thursday } from "../../../cast/samiras-meeting.ts";
import { agreedTo, bundleFor, gp, later, proven, toBeProven } from "../../../cast/proven.ts";
import { ellen, jo, karim, layla, okafor, stranger, tomas, type CastVoice } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";

type Whole = Extract<Bundle, { type: "PolyphonyCopy" }>;

const text = await bundleFor("network");
const parsed = parseBundle(text);
if (!parsed.ok || parsed.value.type !== "PolyphonyCopy") throw new Error("a bundle is read as it was made");
const bundle: Whole = parsed.value;
const MAKER: Fault = { part: "maker", why: "not-signed" };

const faultsOf = async (changed: object) => (await verifyBundle(canonicalText(changed))).faults;

/** A bundle changed by someone who signs the whole anew, with a key of their own. */
async function resigned(change: Partial<Whole>, by: CastVoice = okafor): Promise<readonly Fault[]> {
  const { proof, ...unsigned } = { ...bundle, ...change, madeBy: by.id };
  return faultsOf(await signDocument(unsigned, by, proof.created));
}

describe("a changed copy", () => {
  const { copy } = bundle;
  const [decision, ...decisions] = copy.decisions ?? [];
  const [said, ...words] = copy.utterances ?? [];
  it.each([
    ["head", { ...copy, name: "Another meeting" }],
    ["voices", { ...copy, voices: copy.voices.map((voice) => ({ ...voice, profile: copy.voices[0]?.profile })) }],
    ["summary", { ...copy, summary: copy.summary?.slice(1) }],
    ["next-meeting", { ...copy, nextMeeting: "Friday at five, here." }],
    ["decisions/1", { ...copy, decisions: [{ ...decision, text: "Ten nights at home." }, ...decisions] }],
    ["words/1", { ...copy, utterances: [{ ...said, voice: layla.id }, ...words] }],
  ])("is told by its part: %s", async (part, changed) => {
    expect(await faultsOf({ ...bundle, copy: changed })).toEqual([{ part, why: "changed" }, MAKER]);
  });

  it("is told where something was left out or put in", async () => {
    expect(await faultsOf({ ...bundle, copy: { ...copy, utterances: words } })).toContainEqual({
      part: "words/7",
      why: "missing",
    });
    expect(await faultsOf({ ...bundle, copy: { ...copy, tasks: [] } })).toContainEqual({ part: "tasks", why: "added" });
  });

  it("is not made good by a list of hashes that fits it", async () => {
    const changed = { ...copy, nextMeeting: "Friday at five, here." };
    expect(await resigned({ copy: changed, manifest: await manifestOf(changed) })).toEqual([
      { part: "copy", why: "of-another-text" },
    ]);
  });

  it("is not made good by another root", async () => {
    const faults = await resigned({ root: { ...bundle.root, copies: [] } });
    expect(faults).toContainEqual({ part: "copy", why: "of-another-text" });
    expect(faults).toContainEqual({ part: "consents/1", why: "of-another-text" });
  });

  it("is not another reader’s copy with its salt", async () => {
    const [own] = proven.revision.readers.filter(({ id }) => id === gp);
    expect(await resigned({ salt: own?.salt ?? "" })).toEqual([{ part: "copy", why: "of-another-text" }]);
  });
});

describe("a yes", () => {
  const { consents, witnesses } = bundle;
  const at = (index: number) => {
    const consent = consents[index];
    if (consent === undefined) throw new Error("everyone has said yes");
    return consent;
  };
  const put = (index: number, consent: object) => ({
    // Only what is to be refused is put in.
    consents: consents.map((one, place) => (place === index ? consent : one)) as Whole["consents"],
  });

  it("that is missing is missed", async () => {
    expect(await resigned({ consents: consents.slice(0, -1) })).toEqual([{ part: "consents/7", why: "missing" }]);
  });

  it("of another voice stands for nobody else’s", async () => {
    expect(await resigned(put(2, at(0)))).toEqual([{ part: "consents/3", why: "not-theirs" }]);
  });

  it("cannot be signed by another", async () => {
    const forged = await signConsent({
      ...{ meeting, voice: karim.id, digest: proven.digest, privateKey: okafor.privateKey, givenAtMs: thursday },
    });
    expect(await resigned(put(2, forged))).toEqual([{ part: "consents/3", why: "not-signed" }]);
  });

  it("to an earlier text is none to this", async () => {
    const earlier = await signConsent({
      ...{ meeting, voice: karim.id, digest: later.digest, privateKey: karim.privateKey, givenAtMs: thursday },
    });
    expect(await resigned(put(2, earlier))).toEqual([{ part: "consents/3", why: "of-another-text" }]);
  });

  it("of one who has a device is not written down by another", async () => {
    const forged = await signConsent({
      ...{ meeting, voice: karim.id, digest: proven.digest, privateKey: okafor.privateKey, givenAtMs: thursday },
      scribe: okafor.id,
    });
    expect(await resigned(put(2, forged))).toEqual([{ part: "consents/3", why: "not-theirs" }]);
  });

  it.each([
    ["by whoever wrote it down", ellen, "not-theirs"],
    ["by the one whose it is", jo, "not-theirs"],
    ["by a stranger", stranger, "not-theirs"],
  ] as const)("said aloud is not witnessed %s", async (_by, witness, why) => {
    const forged = await signWitness({ consent: at(3), scribe: ellen.id, witness, witnessedAtMs: thursday });
    expect(await resigned({ witnesses: [forged] })).toEqual([{ part: "witnesses/1", why }]);
  });

  it("said aloud is not written down by a stranger", async () => {
    const consent = await signConsent({
      ...{ meeting, voice: jo.id, digest: proven.digest, privateKey: stranger.privateKey, givenAtMs: thursday },
      scribe: stranger.id,
    });
    const witness = await signWitness({ consent, scribe: stranger.id, witness: tomas, witnessedAtMs: thursday });
    expect(await resigned({ ...put(3, consent), witnesses: [witness] })).toEqual([
      { part: "consents/4", why: "not-theirs" },
    ]);
  });

  it("said aloud counts with a witness to just this yes", async () => {
    expect(await resigned({ witnesses: [] })).toEqual([{ part: "witnesses/1", why: "missing" }]);
    const another = { ...at(3), proof: { ...at(3).proof, proofValue: at(0).proof.proofValue } };
    const forged = await signWitness({ consent: another, scribe: ellen.id, witness: tomas, witnessedAtMs: thursday });
    expect(await resigned({ witnesses: [forged] })).toEqual([{ part: "witnesses/1", why: "of-another-text" }]);
    expect(await resigned({ witnesses: [...witnesses, ...witnesses] })).toEqual([
      { part: "witnesses/2", why: "added" },
    ]);
  });
});

describe("the whole", () => {
  it("is not taken along by a stranger", async () => {
    expect(await resigned({}, stranger)).toEqual([{ part: "maker", why: "not-theirs" }]);
  });

  it("has one spelling", async () => {
    expect((await verifyBundle(`${text}\n`)).faults).toEqual([{ part: "file", why: "spelled-otherwise" }]);
    expect((await verifyBundle(JSON.stringify(JSON.parse(text), null, 2))).faults).toEqual([
      { part: "file", why: "spelled-otherwise" },
    ]);
  });

  it("has nothing beside what is known", async () => {
    expect(await faultsOf({ ...bundle, more: 1 })).toEqual([{ part: "file", why: "unreadable" }]);
    const decisions = bundle.copy.decisions?.map((decision) => ({ ...decision, more: 1 }));
    expect(await faultsOf({ ...bundle, copy: { ...bundle.copy, decisions } })).not.toEqual([]);
  });
});

describe("a file that is made to keep someone waiting", () => {
  it.each([
    ["a million empty yeses", `{"type":"PolyphonyCopy","consents":[${"{},".repeat(1_000_000)}{}]}`],
    ["lists in lists in lists", `{"type":${"[".repeat(2_000_000)}`],
    ["the same yes, thousands of times", canonicalText({ ...bundle, consents: Array(5000).fill(bundle.consents[0]) })],
    ["more than is read", `{"a":"${"a".repeat(16 * 1024 * 1024)}"}`],
  ])("is put aside: %s", async (_what, hostile) => {
    const { ok, faults } = await verifyBundle(hostile);
    expect({ ok, faults: faults.length }).toEqual({ ok: false, faults: 1 });
  });
});

describe("what has become of a record", () => {
  it("is not told by whoever cannot know", async () => {
    const withdrawal = await signWithdrawal({
      ...{ meeting, voice: layla.id, digest: proven.digest, privateKey: okafor.privateKey, withdrawnAtMs: thursday },
    });
    expect(await resigned({ withdrawals: [withdrawal] })).toEqual([{ part: "withdrawals/1", why: "not-signed" }]);
    const { root, consents, witnesses } = bundle;
    expect(await resigned({ supersededBy: { root, consents, witnesses } })).toEqual([
      { part: "superseded-by", why: "of-another-text" },
    ]);
  });

  it("is told by one file of another", async () => {
    const making = { madeBy: ellen, madeAtMs: thursday, supersededBy: null };
    const notice = await makeNotice({ ...making, proposed: await withdrawnBy(proven, layla) });
    const next = await makeBundle({ ...making, proposed: later, reader: gp });
    if (!notice.ok || !next.ok) throw new Error("both are made");
    const files = [text, notice.value, next.value].map((file) => new TextEncoder().encode(file));
    const [copy, told, newer] = verifyTogether(await Promise.all(files.map(verifyFile)));
    expect(copy).toMatchObject({ ok: true, withdrawn: [{ id: layla.id, name: "Layla" }] });
    expect(copy?.supersededBy?.digest).toBe(later.digest);
    expect(told?.supersededBy?.digest).toBe(later.digest);
    expect(newer).toMatchObject({ ok: true, withdrawn: [], supersededBy: null, supersedes: proven.digest });
  });

  it("is not told by strangers’ files", async () => {
    const theirs = await agreedTo({ ...toBeProven, supersedes: proven.digest });
    const foreign = await verifyBundle(await bundleFor("network", theirs));
    const strangers = { ...foreign, voices: foreign.voices.map((voice) => ({ ...voice, id: stranger.id })) };
    const [copy] = verifyTogether([await verifyBundle(text), strangers]);
    expect(copy?.supersededBy).toBeNull();
  });
});
