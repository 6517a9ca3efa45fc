import { createNeighbourhood } from "../../electron/discovery/neighbourhood.ts";

/*
 * Looks for rooms near a laptop, as the program does, and prints after how many milliseconds the first was found:
 *   node test/cast/look-around-program.ts ADDRESS
 */

const [, , address] = process.argv;
if (address === undefined) throw new Error("the laptop's own address is needed");
const neighbourhood = createNeighbourhood();
const beganMs = performance.now();
neighbourhood.attend({ addresses: [address], announced: null, isLooking: true });
const watch = setInterval(() => {
  if (neighbourhood.found().length === 0) return;
  clearInterval(watch);
  process.stdout.write(`found after ${Math.round(performance.now() - beganMs)}\n`);
}, 10);
