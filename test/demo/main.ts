import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../../electron/serve/serve.ts";
import { Hands } from "./hands.ts";
import { launchObserved, linksOf } from "./observed-laptop.ts";
import { play } from "./play.ts";
import { Report } from "./report.ts";
import { shownDigest, takeHome } from "./take-home.ts";

/*
 * The meeting of the scenario, played by one real Chromium process per laptop:
 *   node test/demo/main.ts [--headless] [--out DIR]
 * Exits 0 only when every step held on every laptop.
 */

const { values: wish } = parseArgs({
  options: { headless: { type: "boolean", default: false }, out: { type: "string" } },
});

const served = await serve({ directory: fileURLToPath(new URL("../../out/browser", import.meta.url)), port: 0 });
const names = ["A", "B", "C"] as const;
const launched = await Promise.all(
  names.map(() => launchObserved({ headless: wish.headless, context: { viewport: { width: 1366, height: 768 } } })),
);
const [a, b, c] = launched.map((laptop, index) => new Hands(names[index] ?? "?", laptop));
if (a === undefined || b === undefined || c === undefined) throw new Error("three laptops were started");
const laptops = [a, b, c];
const report = new Report(wish.out ?? null, laptops);
const faults: string[] = [];
for (const { name, page } of laptops) {
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
}

let final = false;
let digest: string | null = null;
let transport: string | null = null;
let peers = 0;
try {
  await play(served.url, { a, b, c }, report);
  await report.step("same", "the same digest is agreed on every laptop", async () => {
    const digests = await Promise.all(laptops.map(shownDigest));
    digest = digests[0] ?? null;
    if (new Set(digests).size !== 1) throw new Error(`the laptops agreed to different texts: ${digests.join(", ")}`);
    final = true;
  });
  await report.step("wire", "every word went over WebRTC data channels", async () => {
    const links = await Promise.all(launched.map(linksOf));
    if (links.some(({ broadcastChannel }) => broadcastChannel)) throw new Error("BroadcastChannel was there");
    peers = Math.min(...links.map(({ dataChannels }) => dataChannels));
    if (peers < laptops.length - 1) throw new Error(`a laptop had only ${String(peers)} open data channels`);
    transport = "webrtc";
  });
  await report.step("home", "the agreed record is taken along as paper, page and text", async () => {
    await takeHome(b, report, wish.headless);
  });
  await report.step("calm", "no laptop ran into an error", () => {
    return faults.length === 0 ? Promise.resolve() : Promise.reject(new Error(faults.join("\n")));
  });
} catch {
  // The step has written down why; the exit code says that it did not hold.
  process.exitCode = 1;
} finally {
  await report.close({ peers, transport, digest, final, faults });
  await Promise.all(launched.map((laptop) => laptop.close()));
  await served.close();
}
