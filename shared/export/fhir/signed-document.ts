import { base64 } from "@scure/base";
import { canonicalText } from "../../consent/canonical.ts";

/** A signed document of the standard, as it was signed: JSON-LD with its proof inside. */
export const SIGNED_DOCUMENT = "application/ld+json";

/** The canonical form, so that the bytes are the same wherever the copy is made. */
export function encodedDocument(document: object): string {
  return base64.encode(new TextEncoder().encode(canonicalText(document)));
}
