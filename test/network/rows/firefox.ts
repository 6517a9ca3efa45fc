import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { nodeProgram } from "../../../build/scripts/node-program.mjs";
import { projectRoot } from "../../../build/scripts/project.mjs";
import { picturesOf } from "../../demo/comparing-pictures.ts";
import { beginMeeting } from "../at-the-door.ts";
import { findProgram } from "../find-program.ts";
import { openHouse } from "../house.ts";
import { whenAllReach } from "../observed-channels.ts";
import * as people from "../people.ts";
import { rowOf, skippedRow, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";

const NAME = "Firefox with Chromium: a data channel after being let in";
const SAID = "I came with another browser.";

/** A guest comes with Firefox, where one is installed. */
export async function measureFirefox(): Promise<readonly Row[]> {
  const firefox = findProgram("firefox-esr", "firefox");
  if (firefox === null) return [skippedRow(NAME, "no Firefox is installed; apt-get install firefox-esr")];
  // The second laptop's own Chromium stays unused.
  const house = await openHouse(1);
  const { host, network } = house;
  try {
    const link = await beginMeeting(house);
    const { name, as } = people.guest(1);
    const program = [nodeProgram(), join(projectRoot, "test/network/firefox-guest.ts"), firefox, link, name, as, SAID];
    const [enter, args] = network.on(2, ...program);
    const guest = spawn(enter, args, { stdio: ["pipe", "pipe", "inherit"] });
    const gone = once(guest, "exit");
    try {
      const there = await new Promise<string>((resolve, reject) => {
        createInterface(guest.stdout).once("line", resolve);
        guest.once("exit", () => reject(new Error("Firefox ended before it saw the pictures")));
      });
      const here = JSON.stringify(await picturesOf(host, name));
      const letInMs = Date.now();
      await host.letIn(name);
      const reachedMs = await whenAllReach([host.page], 1, letInMs);
      await host.utterance(SAID).waitFor();
      return [
        rowOf({
          ...{ name: NAME, unit: "s", budget: 3, runs: [Math.max(0, reachedMs - letInMs) / 1000] },
          broken: there === here ? [] : [`the pictures are different: ${there} and ${here}`],
          notes: ["What the guest then says stands on the host's screen."],
        }),
      ];
    } finally {
      guest.stdin.end();
      await gone;
    }
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(() => measureFirefox());
