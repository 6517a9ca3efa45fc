import { base64urlnopad, hex } from "@scure/base";
import type { Identifier } from "@medplum/fhirtypes";
import { canonicalHash } from "../../consent/canonical.ts";
import type { Digest } from "../../feed/ids.ts";
import type { ExportRecord } from "../record.ts";
import { URI_SYSTEM } from "./codes.ts";

/**
 * The name of one resource of a bundle. The same copy gives the same name each time, so that a system which is handed it twice
 * sees that it has it already; no two readers' copies share a name. It is a UUID of version 8 (RFC 9562, §5.8): SHA-256
 * over the canonical form of what it names.
 */
export async function uuidOf({ proposed, reader, standing, strings }: ExportRecord, part: string): Promise<string> {
  const { digest } = proposed;
  const hash = await canonicalHash({ digest, reader, standing, language: strings.language, part });
  const digits = hex.encode(hash.subarray(0, 16));
  // Version 8, and the variant of RFC 9562 in the two highest bits.
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

/** A frozen text by its digest, as a URI that any system can compare (RFC 6920, `ni`). */
export function textIdentifier(digest: Digest): Identifier {
  return { system: URI_SYSTEM, value: `ni:///sha-256;${base64urlnopad.encode(hex.decode(digest))}` };
}
