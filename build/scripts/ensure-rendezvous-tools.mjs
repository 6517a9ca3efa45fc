import { aptInstall } from "./apt-install.mjs";
import { findProgram } from "./find-program.mjs";

/** The servers a rendezvous is run with, and the packages of the system that bring them. */
const packages = [
  { name: "redis-server", program: "redis-server" },
  { name: "coturn", program: "turnserver" },
];

/**
 * Makes sure that the servers are there which a rendezvous is tested with. Says so and goes on when they cannot be had: the
 * tests that need them then fail.
 */
export async function ensureRendezvousTools() {
  const isMissing = (/** @type {{ program: string }} */ { program }) => findProgram([program]) === null;
  const missing = packages.filter(isMissing);
  if (missing.length === 0 || (await aptInstall(...missing.map(({ name }) => name)))) return;
  const still = packages.filter(isMissing).map(({ program }) => program);
  console.error(`Not here: ${still.join(", ")}. Tests that need them will fail.`);
}
