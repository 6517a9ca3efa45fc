import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCertificate, makeKey } from "../../../electron/certificate/make-certificate.ts";
import { startRedis } from "../../cast/redis-server.ts";
import { startRendezvousServer, type RendezvousServer } from "../../cast/rendezvous-server.ts";
import { startTurn } from "../../cast/turn-server.ts";
import { letIn } from "../../demo/comparing-pictures.ts";
import { Hands } from "../../demo/hands.ts";
import { launchLaptop } from "../../e2e/chromium.ts";
import { findProgram } from "../find-program.ts";
import { openBalancer } from "../balancer.ts";
import { openNetwork, type Network } from "../network.ts";
import { observeChannels, whenAllReach } from "../observed-channels.ts";
import { openPastWarning } from "../past-the-warning.ts";
import * as people from "../people.ts";
import { heardAgainAfter } from "../reckoning.ts";
import { rowOf, skippedRow, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { lostOrDoubled, prepareLines, seenOn, startWriting } from "../writing.ts";

const LAPTOPS = 2;
const SECRET = "a-secret-of-the-clinic";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two laptops between which no UDP packet comes through, so that no data channel opens but by way of an organisation's servers. */
interface Afar {
  readonly network: Network;
  readonly everyone: readonly [Hands, Hands];
  readonly instances: readonly RendezvousServer[];
  readonly url: string;
  /** How many connections go to an instance now. */
  readonly carried: (instance: RendezvousServer) => number;
}

type Undoing = () => Promise<unknown>;

/** Laptops that meet from afar, by the servers of an organisation. */
export async function measureFromAfar(): Promise<readonly Row[]> {
  const missing = ["redis-server", "turnserver"].filter((program) => findProgram(program) === null);
  if (missing.length > 0) return [skippedRow("from afar", `not installed: ${missing.join(", ")}`)];
  return [await measureKilled(), await measureTurn()];
}

/** One of two instances is killed while both write and all goes by their relay. */
function measureKilled(): Promise<Row> {
  return fromAfar(
    2,
    () => Promise.resolve({}),
    async ({ everyone, instances, url, carried }) => {
      await meet(everyone, url);
      await prepareLines(everyone);
      const writing = startWriting(everyone);
      await pause(5000);
      const [killed] = instances;
      if (killed === undefined) throw new Error("two were started");
      const cut = carried(killed);
      const killedMs = Date.now();
      await killed.end("SIGKILL");
      await pause(12_000);
      const back = heardAgainAfter(await seenOn(everyone), killedMs, [...everyone.keys()]);
      await writing.stop();
      const broken = [...(await lostOrDoubled(everyone, writing.typed()))];
      // Those of the first laptop: its signaling and its relay.
      if (cut < 2) broken.push(`only ${cut} connections went to the instance that was killed`);
      return rowOf({
        ...{ name: "one of two rendezvous instances killed: heard again", unit: "s", budget: 5, runs: [back], broken },
        notes: [
          "Two laptops without UDP, by the relay of two instances that a real Redis joins. Until each shows what the other types since.",
        ],
      });
    },
  );
}

/** Where UDP is dropped, a data channel by way of a TURN server over TCP. */
function measureTurn(): Promise<Row> {
  let kill = () => Promise.resolve();
  const withTurn = async ({ address }: Network) => {
    const turn = await startTurn(address, SECRET);
    kill = () => turn.kill();
    return { TURN_URLS: `turn:${address}:${turn.port}?transport=tcp`, TURN_SECRET: SECRET };
  };
  return fromAfar(1, withTurn, async ({ everyone, url }) => {
    const letInMs = await meet(everyone, url);
    const pages = everyone.map(({ page }) => page);
    const seconds = Math.max(0, (await whenAllReach(pages, 1, letInMs)) - letInMs) / 1000;
    await prepareLines(everyone);
    const writing = startWriting(everyone);
    await pause(5000);
    await writing.stop();
    const broken = await lostOrDoubled(everyone, writing.typed());
    return rowOf({
      ...{ name: "by TURN alone: a data channel after being let in", unit: "s", budget: 5, runs: [seconds], broken },
      notes: ["Two laptops without UDP, by a real coturn over TCP with a credential that the rendezvous makes."],
    });
  }).finally(() => kill());
}

/** The first begins on the organisation's page; the second follows the link and is let in. Resolves to when. */
async function meet([host, guest]: Afar["everyone"], url: string): Promise<number> {
  await openPastWarning(host.page, url);
  const link = await host.startMeeting(url, "Samira’s meeting", "Samira", people.host);
  await guest.knock(link, people.guest(0));
  const letInMs = await letIn(host, guest, people.guest(0));
  await guest.summary.waitFor();
  return letInMs;
}

async function fromAfar(
  many: number,
  more: (network: Network) => Promise<Readonly<Record<string, string>>>,
  measure: (afar: Afar) => Promise<Row>,
): Promise<Row> {
  const undoings: Undoing[] = [];
  try {
    const network = openNetwork(LAPTOPS, { isMulticastFiltered: true });
    undoings.push(async () => network.close());
    const folder = mkdtempSync(join(tmpdir(), "polyphony-afar-"));
    undoings.push(async () => rmSync(folder, { recursive: true, force: true }));
    const key = makeKey();
    const [certificateFile, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    writeFileSync(certificateFile, await makeCertificate(key, [network.address], Date.now()));
    writeFileSync(keyFile, key.export({ format: "pem", type: "pkcs8" }));
    const redis = await startRedis();
    undoings.push(() => redis.kill());
    const environment = { CERTIFICATE: certificateFile, KEY: keyFile, REDIS_URL: redis.url, ...(await more(network)) };
    const instances: RendezvousServer[] = [];
    for (let one = 0; one < many; one += 1) {
      const instance = await startRendezvousServer(environment);
      instances.push(instance);
      undoings.push(() => instance.end());
    }
    const balancer = await openBalancer(
      network.address,
      instances.map(({ port }) => port),
    );
    undoings.push(() => balancer.close());
    const [host, guest] = [await openLaptop(network, 1, undoings), await openLaptop(network, 2, undoings)];
    for (let laptop = 1; laptop <= LAPTOPS; laptop += 1) network.stopUdp(laptop, true);
    const url = `https://${network.address}:${balancer.port}/`;
    const carried = ({ port }: RendezvousServer) => balancer.carried(port);
    return await measure({ network, everyone: [host, guest], instances, url, carried });
  } finally {
    for (const undo of undoings.reverse()) await undo().catch(console.error);
  }
}

async function openLaptop(network: Network, laptop: number, undoings: Undoing[]): Promise<Hands> {
  const context = { viewport: { width: 1366, height: 768 } };
  const launched = await launchLaptop({ executable: network.chromiumOn(laptop), isPlain: true, context });
  undoings.push(() => launched.close());
  await observeChannels(launched.context);
  return new Hands(String(laptop), launched);
}

if (import.meta.main) await runAlone(() => measureFromAfar());
