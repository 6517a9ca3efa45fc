import { create } from "qrcode";

/** The white frame that a camera needs around the code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as one path in a square of `size` modules, the white frame included. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Draws `words` dark on light: each run of dark modules is one rectangle. Shown on a screen, so it corrects few errors and stays coarse. */
export function qrPath(words: string): QrPath {
  const { modules } = create(words, { errorCorrectionLevel: "L" });
  const { size } = modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const begins = column;
      while (column < size && modules.get(row, column) !== 0) column += 1;
      const length = column - begins;
      if (length > 0)
        runs.push(`M${String(begins + QUIET)} ${String(row + QUIET)}h${String(length)}v1h-${String(length)}z`);
    }
  }
  return { size: size + 2 * QUIET, path: runs.join("") };
}
