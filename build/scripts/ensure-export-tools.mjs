import { aptInstall } from "./apt-install.mjs";
import { findProgram } from "./find-program.mjs";

/** The programs that look into what was exported, and the packages of the system that bring them. */
const packages = [
  { name: "poppler-utils", programs: ["pdfinfo", "pdffonts", "pdftotext"] },
  { name: "qpdf", programs: ["qpdf"] },
  { name: "libreoffice-writer-nogui", programs: ["soffice"] },
];

/**
 * Makes sure that the programs are there which look into an exported paper or document and know nothing of us. Says so and
 * goes on when they cannot be had: the tests that need them then fail.
 */
export async function ensureExportTools() {
  const missing = packages.filter(({ programs }) => !isHere(programs)).map(({ name }) => name);
  if (missing.length === 0 || (await aptInstall(...missing))) return;
  const still = packages.filter(({ programs }) => !isHere(programs));
  console.error(`Not here: ${still.flatMap(({ programs }) => programs).join(", ")}. Tests that need them will fail.`);
}

/** @param {readonly string[]} programs */
function isHere(programs) {
  return programs.every((program) => findProgram([program]) !== null);
}
