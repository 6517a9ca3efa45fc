import { base64 } from "@scure/base";
import type { Bytes } from "../crypto/bytes.ts";
import { no, ok, type Result } from "../result.ts";
import { latinText } from "./bytes-as-text.ts";
import type { SealedForm } from "./seal.ts";

/** How a bundle stands in a page: behind this, in base64, up to the next quotation mark. */
export const HTML_BUNDLE = "data:application/json;base64,";

/** How every bundle begins: in its canonical form its context comes first. */
const BUNDLE_BEGINS = '{"@context":["https://w3id.org/security/data-integrity/v2"],';
/** How a bundle stands in a PDF: as the bytes of an attachment, exactly as they are, on one line of their own. */
const PDF_BUNDLE = `stream\n${BUNDLE_BEGINS}`;

/** Whether bytes are those of a bundle, as far as they begin like one. */
export function beginsLikeABundle(bytes: Bytes): boolean {
  return latinText(bytes.slice(0, BUNDLE_BEGINS.length)) === BUNDLE_BEGINS;
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of the bundle that a page or a PDF carries. Neither is run, shown or unpacked for that: a bundle stands in
 * its file in one place, as plain bytes, and a file with none or with two proves nothing. Never throws.
 */
export function bundleInside(bytes: Bytes, form: SealedForm): Result<string, "no-proof" | "unreadable"> {
  const text = latinText(bytes);
  const mark = form === "html" ? `href="${HTML_BUNDLE}` : PDF_BUNDLE;
  const at = text.indexOf(mark);
  if (at < 0) return no("no-proof");
  if (text.includes(mark, at + 1)) return no("unreadable");
  const begin = form === "html" ? at + mark.length : at + mark.length - BUNDLE_BEGINS.length;
  const end = text.indexOf(form === "html" ? '"' : "\n", begin);
  if (end < 0) return no("unreadable");
  try {
    const inside = form === "html" ? base64.decode(text.slice(begin, end)) : bytes.slice(begin, end);
    return ok(STRICT_UTF8.decode(new Uint8Array(inside)));
  } catch {
    return no("unreadable");
  }
}
