import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type * as Rate from "../../electron/socket/rate.ts";
import type * as Binding from "../../electron/stun/binding.ts";
import type * as Pressure from "../../electron/relay/pressure.ts";
import type * as Address from "../../electron/relay/address.ts";
import type * as RelaySeal from "../../renderer/transport/relay-seal.ts";
import { attacked } from "./attacked.ts";

/*
 * As in `notices.test.ts`: one check of what carries between laptops is left out, and the attack that this check stops has to
 * do harm.
 */

const WEAKENED = [
  "../../electron/relay/address.ts",
  "../../electron/relay/line.ts",
  "../../electron/relay/pressure.ts",
  "../../electron/rendezvous/client-address.ts",
  "../../electron/serve/known-host.ts",
  "../../electron/socket/rate.ts",
  "../../electron/socket/seats.ts",
  "../../electron/stun/binding.ts",
  "../../renderer/transport/relay-seal.ts",
];

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  for (const weakened of WEAKENED) vi.doUnmock(weakened);
});

const harmsOf = async (name: string): Promise<string> => (await attacked(name)).harms.join("\n");

it("notices when an address at the relay is the beginning of its token", async () => {
  vi.doMock("../../electron/relay/address.ts", async (original) => ({
    ...(await original<typeof Address>()),
    relayAddress: (token: Uint8Array) => Buffer.from(token.subarray(0, 16)),
  }));
  expect(await harmsOf("take another’s address at the relay")).toContain("her address was given away");
});

it("notices when the relay holds whatever nobody takes", async () => {
  vi.doMock("../../electron/relay/pressure.ts", async (original) => ({
    ...(await original<typeof Pressure>()),
    createPressure: () => ({
      waiting: () => undefined,
      press: () => undefined,
      forget: () => undefined,
      overdue: () => [],
    }),
  }));
  expect(await harmsOf("fill the relay, and never read what comes")).toContain("for whoever takes nothing");
});

it("notices when relayed frames are not sealed one after the other", async () => {
  vi.doMock("../../renderer/transport/relay-seal.ts", async (original) => {
    const real = await original<typeof RelaySeal>();
    const createLinkSeal: typeof real.createLinkSeal = () => {
      const same = (frame: Uint8Array<ArrayBuffer>) => Promise.resolve(frame.slice());
      return Promise.resolve({ tag: new Uint8Array(8), seal: same, open: same });
    };
    const openCall: typeof real.openCall = () =>
      Promise.resolve({ peerId: "1".repeat(36), share: new Uint8Array(32), answers: null });
    return { ...real, createLinkSeal, openCall };
  });
  for (const does of ["replays", "reorders", "loses", "cuts", "changes", "adds"]) {
    expect(await harmsOf(`run a relay that ${does} frames`)).toContain("what was heard is");
  }
  const harms = await harmsOf("lead a relayed call or frame to somebody else, or play it again");
  expect(harms).toContain("a call was led astray");
  expect(harms).toContain("a frame of an earlier link was heard");
});

it("notices when the STUN server answers at length, and to anything", async () => {
  vi.doMock("../../electron/stun/binding.ts", async (original) => ({
    ...(await original<typeof Binding>()),
    answerBinding: (datagram: Buffer) => Buffer.concat([datagram, Buffer.alloc(500)]),
  }));
  expect(await harmsOf("have the STUN server send more than it was sent, to somebody who did not ask")).toContain(
    "bytes were answered by",
  );
  expect(await harmsOf("flood the STUN server with what it cannot read")).toContain("that are no requests");
  expect(await harmsOf("have the STUN server answer to somebody else, or do more than it is there for")).toContain(
    "more than a binding request was answered",
  );
});

it("notices when the STUN server answers as often as it is asked", async () => {
  vi.doMock("../../electron/socket/rate.ts", async (original) => ({
    ...(await original<typeof Rate>()),
    createRate: () => () => true,
  }));
  expect(await harmsOf("have the STUN server send more than it was sent, to somebody who did not ask")).toContain(
    "a victim is sent",
  );
});

it("notices when one address may have all the lines there are", async () => {
  vi.doMock("../../electron/socket/seats.ts", () => ({
    createSeats: () => ({ taken: 0, take: () => () => undefined }),
  }));
  expect(await harmsOf("open lines without end from one address, to signaling and to the relay")).toContain(
    "lines of /relay were held for two",
  );
});

it("notices when whoever says so comes from elsewhere", async () => {
  vi.doMock("../../electron/rendezvous/client-address.ts", () => ({
    createClientAddress: () => (request: { readonly headers: Readonly<Record<string, unknown>> }) =>
      String(request.headers["x-forwarded-for"]).split(",")[0] ?? "",
  }));
  const harms = await harmsOf("say that one comes from elsewhere, and win a limit of one’s own at the rendezvous");
  expect(harms).toContain("one address holds");
  expect(harms).toContain("a stranger was believed");
});

it("notices when pages of the web get a line", async () => {
  vi.doMock("../../electron/serve/known-host.ts", () => ({
    isKnownHost: () => true,
    isKnownOrigin: () => true,
    isLoopbackHost: () => true,
  }));
  const harms = await harmsOf("open signaling or the relay from a page of the web, or under a name of one’s own");
  expect(harms).toContain("/signaling was opened by");
  expect(harms).toContain("/relay was opened by");
});
