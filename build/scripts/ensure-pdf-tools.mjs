import { aptInstall } from "./apt-install.mjs";
import { findProgram } from "./find-program.mjs";

/**
 * Makes sure that the programs which look into an exported PDF are there (pdfinfo and pdftotext, of poppler-utils).
 * Says so and goes on when they cannot be had: the tests that need them then fail.
 */
export async function ensurePdfTools() {
  if (hasPdfTools() || (await aptInstall("poppler-utils"))) return;
  console.error("pdfinfo and pdftotext (poppler-utils) are not here. Tests that need them will fail.");
}

function hasPdfTools() {
  return findProgram(["pdfinfo"]) !== null && findProgram(["pdftotext"]) !== null;
}
