import type { Bytes } from "../crypto/bytes.ts";
import { bundleInside } from "./bundle-inside.ts";
import { parseBundle } from "./bundle-shape.ts";
import { latinText } from "./bytes-as-text.ts";
import { verifySeal, type SealedForm } from "./seal.ts";
import { verifyBundle } from "./verify.ts";
import { nothingVerified, type Verification } from "./verify-outcome.ts";

/** The largest file that is looked at. */
const LARGEST_BYTES = 64 * 1024 * 1024;

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Whether a bundle, a page or a PDF, told by its content, is what it says: the bundle in it, and for a page or a PDF that
 * not one byte was changed since the voice that made the bundle sealed it. Offline; never throws, whatever the bytes are.
 */
export async function verifyFile(file: Uint8Array): Promise<Verification> {
  if (file.length > LARGEST_BYTES) return nothingVerified({ part: "file", why: "too-large" });
  const bytes = new Uint8Array(file);
  const form = formOf(bytes);
  if (form === null) return nothingVerified({ part: "file", why: "not-known" });
  return form === "bundle" ? verifyText(bytes) : verifySealed(bytes, form);
}

async function verifyText(bytes: Bytes): Promise<Verification> {
  const text = decoded(bytes);
  return text === null ? nothingVerified({ part: "file", why: "unreadable" }, "bundle") : verifyBundle(text);
}

async function verifySealed(bytes: Bytes, form: SealedForm): Promise<Verification> {
  const inside = bundleInside(bytes, form);
  if (!inside.ok) return nothingVerified({ part: "file", why: inside.reason }, form);
  const verification = await verifyBundle(inside.value);
  const parsed = parseBundle(inside.value);
  if (!parsed.ok || verification.digest === null) return { ...verification, form };
  const seal = await verifySeal(bytes, form, { voice: parsed.value.madeBy, revision: verification.digest });
  if (seal.ok) return { ...verification, form };
  // A hash that is not the seal's tells of the file, whose seal is as it was made.
  const part = seal.reason === "changed" ? "file" : "seal";
  return { ...verification, form, ok: false, faults: [...verification.faults, { part, why: seal.reason }] };
}

/** What a file is, by how it begins. */
function formOf(bytes: Bytes): Verification["form"] {
  const begin = latinText(bytes.slice(0, 1024));
  if (begin.startsWith("%PDF-")) return "pdf";
  if (begin.startsWith("{")) return "bundle";
  return /^(?:\xEF\xBB\xBF|ï»¿)?\s*</.test(begin) ? "html" : null;
}

function decoded(bytes: Bytes): string | null {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return null;
  }
}
