import { digestOfRoot } from "../consent/root.ts";
import type { ReaderName } from "../consent/statements.ts";
import type { Bytes } from "../crypto/bytes.ts";
import { bundleInside } from "./bundle-inside.ts";
import { parseBundle } from "./bundle-shape.ts";
import type { Digest } from "../feed/ids.ts";

/** A file may be younger than its date says: file systems round it, and a clock is set. */
const ROUNDED_MS = 60_000;

/** Which paper was printed last, and when its print window was opened. */
export interface PaperPrinted {
  readonly digest: Digest;
  readonly reader: ReaderName;
  readonly printedAtMs: number;
}

/**
 * Whether a PDF may be the paper that was printed last: it was not saved before, and carries no proof of another record or
 * of another reader's copy. It keeps people from picking the wrong file; it does not read what stands on the pages.
 */
export async function mayBeThisPaper(
  pdf: { readonly bytes: Bytes; readonly savedAtMs: number },
  printed: PaperPrinted,
): Promise<boolean> {
  if (pdf.savedAtMs < printed.printedAtMs - ROUNDED_MS) return false;
  const inside = bundleInside(pdf.bytes, "pdf");
  if (!inside.ok) return inside.reason === "no-proof";
  const bundle = parseBundle(inside.value);
  if (!bundle.ok) return false;
  const { root, copy } = bundle.value;
  return copy?.reader.id === printed.reader && (await digestOfRoot(root)) === printed.digest;
}
