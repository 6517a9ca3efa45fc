import { expect, it } from "vitest";
import { digestOf } from "../../../../shared/consent/root.ts";
import { verifyConsentStatement } from "../../../../shared/consent/verify.ts";
import { firstRevision, freeze, notYet, proposal, takenBack, yes } from "../../../cast/samiras-meeting.ts";
import { ellen, karim, samira } from "../../../cast/seven-voices.ts";

const digest = await digestOf(firstRevision);

it("lets pass what is what it says", async () => {
  const statements = [
    await proposal(ellen, 1, firstRevision),
    await yes(samira, 2, digest),
    notYet(karim, 3, digest),
    takenBack(samira, 4, digest),
  ];
  for (const { body } of statements) expect(await verifyConsentStatement(body)).toEqual({ ok: true, value: null });
});

it("stops a text proposed under the digest of another", async () => {
  const other = freeze({ frozenAtMs: 1 });
  expect(await verifyConsentStatement({ kind: "revision-proposed", digest, revision: other })).toEqual({
    ok: false,
    reason: "digest-wrong",
  });
});

it("stops a consent handed in for another digest than it names", async () => {
  const { body } = await yes(samira, 2, await digestOf(freeze({ frozenAtMs: 1 })));
  expect(await verifyConsentStatement({ ...body, digest })).toEqual({ ok: false, reason: "digest-wrong" });
});

it("stops a consent that its voice did not sign", async () => {
  const { body } = await yes({ ...samira, privateKey: karim.privateKey }, 2, digest);
  expect(await verifyConsentStatement(body)).toEqual({ ok: false, reason: "signature-wrong" });
});
