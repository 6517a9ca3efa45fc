import { letIn } from "../../demo/comparing-pictures.ts";
import { beginMeeting } from "../at-the-door.ts";
import { openHouse } from "../house.ts";
import { whenAllReach } from "../observed-channels.ts";
import { openPastWarning } from "../past-the-warning.ts";
import * as people from "../people.ts";
import { heardAgainAfter } from "../reckoning.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { lostOrDoubled, prepareLines, seenOn, startWriting } from "../writing.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The laptop that hosts dies at once, its program and its browser. Those who are in go on. Then somebody comes who was not there,
 * by the laptop of the person at the centre, who runs the program as well and has joined from there.
 */
export async function measureHostKilled(): Promise<readonly Row[]> {
  const house = await openHouse(3);
  const { host, guests, ownUrl } = house;
  try {
    const [samira, layla, late] = guests;
    if (samira === undefined || layla === undefined || late === undefined) throw new Error("three were started");
    await house.startProgramOn(2);
    const link = await beginMeeting(house);
    // A browser uses another laptop's signaling only once its certificate was accepted there.
    await openPastWarning(samira.page, new URL("/", link).href);
    await samira.knock(ownUrl + new URL(link).hash, people.guest(0));
    await letIn(host, samira, people.guest(0));
    await samira.summary.waitFor();
    const sinceMs = Date.now();
    await layla.knock(link, people.guest(1));
    await letIn(host, layla, people.guest(1));
    await layla.summary.waitFor();
    await whenAllReach([layla.page], 2, sinceMs);
    const staying = [samira, layla];
    await prepareLines(staying);
    const writing = startWriting(staying);
    await pause(3000);
    const killedMs = Date.now();
    process.kill(host.laptop.pid, "SIGKILL");
    await house.program.end("SIGKILL");
    await pause(15_000);
    await writing.stop();
    const seen = await seenOn(staying);
    const onWithSeconds = heardAgainAfter(seen, killedMs, [0, 1]);
    const broken = [...(await lostOrDoubled(staying, writing.typed()))];

    await samira.pressButton("Invite");
    const next = await samira.page.getByLabel("Invitation link").inputValue();
    await samira.page.keyboard.press("Escape");
    await late.knock(next, people.guest(2));
    const letInMs = await letIn(samira, late, people.guest(2));
    await late.summary.filter({ hasText: "Line b" }).waitFor();
    const cameInSeconds = (Date.now() - letInMs) / 1000;
    await late.say(people.guest(2).name, "I came by Samira’s laptop");
    await layla.utterance("I came by Samira’s laptop").waitFor();
    broken.push(...(await lostOrDoubled([...staying, late], writing.typed())));
    return [
      rowOf({
        ...{ name: "host killed with -9: the others go on", unit: "s", budget: 2, runs: [onWithSeconds], broken },
        notes: [
          "Until each shows what the other has typed since. The program and the browser of the host were killed.",
        ],
      }),
      rowOf({
        ...{ name: "late joiner by another laptop that hosts", unit: "s", budget: null, runs: [cameInSeconds] },
        notes: ["From comparing pictures to all words on the screen; what the newcomer says reaches everyone."],
      }),
    ];
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(measureHostKilled);
