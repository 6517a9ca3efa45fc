import { aptInstall } from "./apt-install.mjs";
import { findProgram } from "./find-program.mjs";

/** What makes networks of several laptops on one Linux machine, and the packages of the system that bring it. */
const packages = [
  { name: "iproute2", program: "ip" },
  { name: "nftables", program: "nft" },
];

/**
 * Makes sure that networks of several laptops can be made here, on Linux. Says so and goes on when that cannot be had: the tests
 * that need them are then skipped, and say why.
 */
export async function ensureNetworkTools() {
  if (process.platform !== "linux") return;
  const isMissing = (/** @type {{ program: string }} */ { program }) => findProgram([program]) === null;
  const missing = packages.filter(isMissing);
  if (missing.length === 0 || (await aptInstall(...missing.map(({ name }) => name)))) return;
  const still = packages.filter(isMissing);
  console.error(`Not here: ${still.map(({ program }) => program).join(", ")}. Tests that need them are skipped.`);
}
