import { base64 } from "@scure/base";
import * as v from "valibot";
import { canonicalText } from "../consent/canonical.ts";
import { signDocument, verifyDocument } from "../consent/proof.ts";
import { CONSENT_CONTEXT, ContextSchema, HashSchema, MomentSchema, ProofSchema } from "../consent/signed-documents.ts";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { sha256 } from "../crypto/keys.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import { DigestSchema, VoiceIdSchema } from "../meeting/shapes.ts";
import { no, ok, type Result } from "../result.ts";
import type { Maker } from "./bundle.ts";
import { latinText } from "./bytes-as-text.ts";

/**
 * A seal is the last thing in a file: a signed document with the hash of every other byte of it. It is what tells that a
 * page around a bundle was changed, where the bundle itself was not.
 */

/** A file that carries a bundle inside. */
export type SealedForm = "html" | "pdf";

/** Who seals a file, for which text. The same voice has to have made the bundle inside. */
export interface Sealing {
  readonly revision: Digest;
  readonly sealedBy: Maker;
  readonly sealedAtMs: number;
}

const SealSchema = v.strictObject({
  "@context": ContextSchema,
  type: v.literal("PolyphonySeal"),
  voice: VoiceIdSchema,
  revision: DigestSchema,
  form: v.picklist(["html", "pdf"]),
  /** Of all bytes of the file but the value of the seal itself. */
  sha256: HashSchema,
  sealedAt: MomentSchema,
  proof: ProofSchema,
});
type Seal = v.InferOutput<typeof SealSchema>;

/** What stands before the value of a seal, and what may stand between it and the end of the file. */
const MARKS = {
  html: { before: "<!-- polyphony-seal:", after: /^ -->\n$/ },
  pdf: { before: "%polyphony-seal:", after: /^\nstartxref\n\d{1,12}\n%%EOF\n$/ },
} as const;
/** No seal is further from the end of its file than this, in bytes. */
const LONGEST_TAIL = 4096;

/** A page with its seal, as a comment at its very end. */
export async function sealHtml(html: string, sealing: Sealing): Promise<Bytes> {
  const page = new TextEncoder().encode(`${html}${MARKS.html.before}`);
  return sealed(page, new TextEncoder().encode(" -->\n"), "html", sealing);
}

/**
 * A PDF with its seal, as a comment behind its end, followed by the same end once more: so that every program that looks for
 * the end of a PDF finds it. Throws for bytes that do not end like a PDF.
 */
export async function sealPdf(pdf: Uint8Array, sealing: Sealing): Promise<Bytes> {
  const bytes = new Uint8Array(pdf);
  const end = /startxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(latinText(bytes.slice(-LONGEST_TAIL)));
  if (end === null) throw new Error("a PDF ends with the place of its table");
  const body = joinBytes(bytes, new TextEncoder().encode(`\n${MARKS.pdf.before}`));
  const after = new TextEncoder().encode(`\nstartxref\n${end[1] ?? ""}\n%%EOF\n`);
  return sealed(body, after, "pdf", sealing);
}

async function sealed(before: Bytes, after: Bytes, form: SealedForm, sealing: Sealing): Promise<Bytes> {
  const { revision, sealedBy, sealedAtMs } = sealing;
  const sealedAt = new Date(sealedAtMs).toISOString();
  const unsigned = {
    "@context": [CONSENT_CONTEXT],
    type: "PolyphonySeal",
    voice: sealedBy.id,
    revision,
    form,
    sha256: await hashOfBytes(joinBytes(before, after)),
    sealedAt,
  } satisfies Omit<Seal, "proof">;
  const seal: Seal = await signDocument(unsigned, sealedBy, sealedAt);
  const value = base64.encode(new TextEncoder().encode(canonicalText(seal)));
  return joinBytes(before, new TextEncoder().encode(value), after);
}

/** Why a file is not as it was sealed. */
export type SealFailure = "changed" | "missing" | "not-signed" | "not-theirs" | "unreadable";

/** Whether this voice sealed exactly these bytes for this text, and when. Never throws. */
export async function verifySeal(
  bytes: Bytes,
  form: SealedForm,
  expected: { readonly voice: VoiceId; readonly revision: Digest },
): Promise<Result<string, SealFailure>> {
  const taken = takeOff(bytes, form);
  if (!taken.ok) return taken;
  const seal = readSeal(taken.value.value);
  if (seal === null) return no("unreadable");
  if (seal.voice !== expected.voice || seal.revision !== expected.revision || seal.form !== form) {
    return no("not-theirs");
  }
  if (!(await verifyDocument(seal, seal.voice)).ok) return no("not-signed");
  return seal.sha256 === (await hashOfBytes(taken.value.rest)) ? ok(seal.sealedAt) : no("changed");
}

/** The value of the seal at the end of a file, and everything else. */
function takeOff(bytes: Bytes, form: SealedForm): Result<{ readonly value: string; readonly rest: Bytes }, "missing"> {
  const { before, after } = MARKS[form];
  const tail = latinText(bytes.slice(-LONGEST_TAIL));
  const at = tail.lastIndexOf(before);
  if (at < 0) return no("missing");
  const [value = ""] = /^[A-Za-z0-9+/]*={0,2}/.exec(tail.slice(at + before.length)) ?? [];
  const end = at + before.length + value.length;
  if (!after.test(tail.slice(end))) return no("missing");
  const offset = bytes.length - tail.length;
  const rest = joinBytes(bytes.slice(0, offset + at + before.length), bytes.slice(offset + end));
  return ok({ value, rest });
}

/** A seal in its one spelling, or null. */
function readSeal(value: string): Seal | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      new Uint8Array(base64.decode(value)),
    );
    const parsed = v.safeParse(SealSchema, JSON.parse(text));
    return parsed.success && canonicalText(parsed.output) === text ? parsed.output : null;
  } catch {
    return null;
  }
}

async function hashOfBytes(bytes: Bytes): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
