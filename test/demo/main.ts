import { parseArgs } from "node:util";
import { allOf, searchFor, untilArrived, type Erased } from "./byte-search.ts";
import { amal } from "./cast.ts";
import { letIn } from "./comparing-pictures.ts";
import { openFlat } from "./flat.ts";
import { byKeyboard } from "./manner.ts";
import { linksOf } from "./observed-laptop.ts";
import { play } from "./play.ts";
import { Report } from "./report.ts";
import { shownDigest, takeHome } from "./take-home.ts";

/*
 * The meeting of the scenario, played by one real Chromium process per laptop:
 *   node test/demo/main.ts [--headless] [--keyboard] [--out DIR]
 * Exits 0 only when every step held on every laptop.
 */

const { values: wish } = parseArgs({
  options: {
    headless: { type: "boolean", default: false },
    keyboard: { type: "boolean", default: false },
    out: { type: "string" },
  },
});

/** Ellen's laptop, B, hosts. */
const HOST = 1;
const flat = await openFlat(["A", "B", "C", "D"], HOST, wish.headless, wish.keyboard ? byKeyboard : undefined);
/** Guests of another laptop keep nothing unless they wish it, as Samira does on A. */
const keepNothing = flat.isNetwork ? ["C", "D"] : [];
const { laptops } = flat;
const [a, b, c, d] = laptops;
if (a === undefined || b === undefined || c === undefined || d === undefined)
  throw new Error("four laptops were started");
console.log(
  flat.isNetwork
    ? "Each laptop has a network namespace of its own; the program is opened over https."
    : "All laptops are windows on this machine: it can make no network namespaces.",
);
const report = new Report(wish.out ?? null, laptops);
const faults: string[] = [];
for (const { name, page } of laptops) {
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
}

let final = false;
let digest: string | null = null;
let transport: string | null = null;
let peers = 0;
let slowLink: string | null = null;
let erased: Erased | null = null;
try {
  const { link } = await play(flat.url, { a, b, c, d }, report, {
    isRoomOpen: flat.isNetwork,
    take: () => flat.takeAway(2),
    bring: () => flat.bringBack(2),
    slow: () => {
      slowLink = flat.slow(3, 256) ? "D, 256 kbit/s" : null;
    },
  });
  await report.step("same", "the same digest is agreed on every laptop", async () => {
    const digests = await Promise.all(laptops.map(shownDigest));
    digest = digests[0] ?? null;
    if (new Set(digests).size !== 1) throw new Error(`the laptops agreed to different texts: ${digests.join(", ")}`);
    final = true;
  });
  await report.step("wire", "every word went over WebRTC data channels", async () => {
    // A connection that a busy laptop has given up is made anew.
    const until = performance.now() + 60_000;
    for (;;) {
      const links = await Promise.all(laptops.map(({ laptop }) => linksOf(laptop)));
      peers = Math.min(...links.map(({ dataChannels }) => dataChannels));
      if (peers >= laptops.length - 1 || performance.now() > until) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    if (peers < laptops.length - 1) throw new Error(`a laptop had only ${String(peers)} open data channels`);
    transport = "webrtc";
  });
  await report.step("gone", "what was taken back is on no laptop, nor sent to one that comes new", async () => {
    const newcomer = await flat.another("E");
    await newcomer.hands.knock(link, amal);
    await b.backToMeeting();
    await letIn(b, newcomer.hands, amal);
    await b.openRecord();
    await newcomer.hands.summary.waitFor();
    await untilArrived("mine to tell", newcomer.hands);
    const everywhere = [...allOf(flat, keepNothing), { ...newcomer, shows: false, keeps: true }];
    erased = await searchFor("Dad left", "mine to tell", everywhere);
    const refused = await searchFor("paranoid", "mine to tell", everywhere);
    for (const { needle, foundIn } of [erased, refused]) {
      if (foundIn.length > 0) throw new Error(`“${needle}” was found in ${foundIn.join("; ")}`);
    }
  });
  await report.step("home", "the agreed record is taken along as paper, page and text", async () => {
    await takeHome(b, report, wish.headless);
  });
  await report.step("calm", "no laptop ran into an error", () => {
    return faults.length === 0 ? Promise.resolve() : Promise.reject(new Error(faults.join("\n")));
  });
} catch (error) {
  // A step that did not hold has said why; whatever went wrong between two steps says it here.
  if (report.steps.every(({ ok }) => ok)) console.error(error);
  process.exitCode = 1;
} finally {
  await report.close({
    by: wish.keyboard ? "keyboard alone" : "mouse",
    peers,
    transport,
    digest,
    final,
    laptops: flat.isNetwork ? "a network namespace each, over https" : "windows on one machine",
    cutBy: flat.isNetwork ? "cable out" : "browser closed",
    slowLink,
    erased,
    faults,
  });
  await flat.close();
}
