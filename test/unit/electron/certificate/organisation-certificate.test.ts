import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { makeKey } from "../../../../electron/certificate/make-certificate.ts";
import {
  readOrganisationCertificate,
  sentenceOf,
  type CertificateFiles,
} from "../../../../electron/certificate/organisation-certificate.ts";
import { makeClinicCertificate } from "../../../cast/clinic-certificate.ts";

const dayMs = 24 * 60 * 60 * 1000;
let folder = "";
let files: CertificateFiles;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "polyphony-organisation-"));
  files = { certificate: join(folder, "clinic.crt"), key: join(folder, "clinic.key") };
  const clinic = await makeClinicCertificate(["polyphony.clinic.example", "*.clinic.example"]);
  writeFileSync(files.certificate, clinic.certificate);
  writeFileSync(files.key, clinic.key);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("an organisation's own certificate", () => {
  test("is taken with the key that belongs to it", async () => {
    const read = await readOrganisationCertificate(files);
    const names = ["polyphony.clinic.example", "*.clinic.example"];
    expect(read).toMatchObject({ ok: true, value: { names } });
    if (read.ok) expect(read.value.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ["is not there", "certificate-unreadable", () => rmSync(files.certificate)],
    ["has no key", "key-unreadable", () => rmSync(files.key)],
    ["is something else", "no-certificate", () => writeFileSync(files.certificate, "PNG")],
    ["has a key that is something else", "no-key", () => writeFileSync(files.key, "PNG")],
    [
      "has a key that is locked",
      "no-key",
      () => {
        const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
        const locked = privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" });
        writeFileSync(files.key, locked);
      },
    ],
    [
      "has another's key",
      "key-of-another",
      () => writeFileSync(files.key, makeKey().export({ type: "pkcs8", format: "pem" })),
    ],
  ] as const)("that %s is refused in a sentence that names the file", async (_, reason, spoil) => {
    spoil();
    expect(await readOrganisationCertificate(files)).toEqual({ ok: false, reason });
    expect(sentenceOf(reason, files)).toMatch(/^.*clinic\.(?:crt|key).*\.$/);
  });

  test("is refused outside its time", async () => {
    expect(await readOrganisationCertificate(files, Date.now() + 400 * dayMs)).toMatchObject({
      reason: "certificate-expired",
    });
    expect(await readOrganisationCertificate(files, Date.now() - 2 * dayMs)).toMatchObject({
      reason: "certificate-too-early",
    });
  });
});
