import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { publicKeyOfDid } from "../../../../shared/crypto/did.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import { signConsent, verifyConsent, verifyJcsProof } from "../../../../shared/consent/proof.ts";
import { ConsentDocumentSchema } from "../../../../shared/consent/signed-documents.ts";
import { meeting, thursday } from "../../../cast/samiras-meeting.ts";
import { layla, okafor, samira } from "../../../cast/seven-voices.ts";

// A digest has no other constructor than a cast; these have its shape.
const [digest, otherDigest] = ["a1".repeat(32) as Digest, "b2".repeat(32) as Digest];
const { id: voice, privateKey } = samira;
const consent = await signConsent({ meeting, voice, digest, privateKey, givenAtMs: thursday });

describe("a consent", () => {
  it("is Samira’s when Samira signed it", async () => {
    expect(await verifyConsent(consent)).toEqual({ ok: true, value: null });
  });

  it("survives being written down and read again", async () => {
    const read = v.parse(ConsentDocumentSchema, JSON.parse(JSON.stringify(consent)));
    expect(await verifyConsent(read)).toEqual({ ok: true, value: null });
  });

  it("is the same document every time for the same key, text and moment", async () => {
    expect(await signConsent({ meeting, voice, digest, privateKey, givenAtMs: thursday })).toEqual(consent);
  });

  it.each([
    ["the revision", { revision: otherDigest }],
    ["the meeting", { meeting: "another-meeting" }],
    ["the moment", { givenAt: "2026-11-27T17:00:00.000Z" }],
  ])("no longer holds when %s in it is changed", async (_what, change) => {
    expect(await verifyConsent({ ...consent, ...change })).toEqual({ ok: false, reason: "signature-wrong" });
  });

  it.each([
    ["the purpose’s date", { created: "2026-11-27T17:00:00.000Z" }],
    ["the signature", { proofValue: `${consent.proof.proofValue.slice(0, -1)}2` }],
  ])("no longer holds when %s in its proof is changed", async (_what, change) => {
    const changed = { ...consent, proof: { ...consent.proof, ...change } };
    expect((await verifyConsent(changed)).ok).toBe(false);
  });

  it("cannot be given to another voice", async () => {
    expect(await verifyConsent({ ...consent, voice: layla.id })).toEqual({ ok: false, reason: "key-of-another" });
  });

  it("cannot be made by Dr Okafor in Samira’s name", async () => {
    const forged = await signConsent({ meeting, voice, digest, privateKey: okafor.privateKey, givenAtMs: thursday });
    expect(await verifyConsent(forged)).toEqual({ ok: false, reason: "signature-wrong" });
  });

  it("cannot say that Dr Okafor’s key speaks for Samira", async () => {
    const verificationMethod = `${okafor.id}#${okafor.id.slice("did:key:".length)}`;
    const forged = { ...consent, proof: { ...consent.proof, verificationMethod } };
    expect(await verifyConsent(forged)).toEqual({ ok: false, reason: "key-of-another" });
  });

  it.each([["z"], ["z3".repeat(40)], ["m".repeat(80)], ["z0OIl"]])(
    "says so when its signature is %s",
    async (proofValue) => {
      const unreadable = { ...consent, proof: { ...consent.proof, proofValue } };
      expect(await verifyConsent(unreadable)).toEqual({ ok: false, reason: "signature-unreadable" });
    },
  );

  it("repeats its context in the proof, so that any library of the standard reads it", () => {
    expect(consent.proof["@context"]).toEqual(consent["@context"]);
    expect(consent["@context"].every((one) => typeof one === "string")).toBe(true);
  });

  it("is refused with anything beside what is signed", () => {
    expect(v.safeParse(ConsentDocumentSchema, { ...consent, note: "and for everything else" }).success).toBe(false);
    const proof = { ...consent.proof, domain: "elsewhere" };
    expect(v.safeParse(ConsentDocumentSchema, { ...consent, proof }).success).toBe(false);
  });
});

describe("the cryptosuite eddsa-jcs-2022", () => {
  // W3C "Data Integrity EdDSA Cryptosuites v1.0", appendix B.2, "Representation: eddsa-jcs-2022".
  const context = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"];
  const unsigned = {
    "@context": context,
    id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    type: ["VerifiableCredential", "AlumniCredential"],
    name: "Alumni Credential",
    description: "A minimum viable example of an Alumni Credential.",
    issuer: "https://vc.example/issuers/5678",
    validFrom: "2023-01-01T00:00:00Z",
    credentialSubject: { id: "did:example:abcdefgh", alumniOf: "The School of Examples" },
  };
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created: "2023-02-24T23:36:38Z",
    verificationMethod: "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
    proofPurpose: "assertionMethod",
    "@context": context,
  };
  const proofValue = "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4";
  const publicKey = publicKeyOfDid("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");

  it("accepts the standard’s own example", async () => {
    if (!publicKey.ok) throw new Error(publicKey.reason);
    expect(await verifyJcsProof(unsigned, proof, proofValue, publicKey.value)).toEqual({ ok: true, value: null });
  });

  it("refuses the example with one letter changed", async () => {
    if (!publicKey.ok) throw new Error(publicKey.reason);
    const changed = { ...unsigned, name: "Alumni credential" };
    expect((await verifyJcsProof(changed, proof, proofValue, publicKey.value)).ok).toBe(false);
  });
});
