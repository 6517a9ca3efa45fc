import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OriginKnock } from "../../../../renderer/transport/origin-knock.ts";

const answers: (() => Promise<Response>)[] = [];
const asked: string[] = [];
const up = () => Promise.resolve(new Response());
const down = () => Promise.reject(new TypeError("Failed to fetch"));

beforeEach(() => {
  vi.stubGlobal("location", new URL("https://192.168.1.5:4807/#/meeting/one"));
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return (answers.shift() ?? up)();
  });
});

afterEach(() => {
  answers.length = 0;
  asked.length = 0;
  vi.unstubAllGlobals();
});

async function knockAll(signaling: string, each: readonly (() => Promise<Response>)[]): Promise<number> {
  let back = 0;
  const knock = new OriginKnock(signaling, () => (back += 1));
  for (const answer of each) {
    answers.push(answer);
    knock.knock();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return back;
}

const own = "wss://192.168.1.5:4807/signaling";

it("says once for each silence that the page's own server is back", async () => {
  expect(await knockAll(own, [down, down, up, up, down, up])).toBe(2);
  expect(new Set(asked)).toEqual(new Set(["https://192.168.1.5:4807/"]));
});

it("says nothing of a server that was never silent: its signaling may refuse this page, and asking again would not help", async () => {
  expect(await knockAll(own, [up, up])).toBe(0);
});

it("asks no server that the page did not come from", async () => {
  expect(await knockAll("wss://192.168.1.6:4807/signaling", [down, up])).toBe(0);
  expect(asked).toEqual([]);
});

it("tells of its silence as long as that lasts, and begins again when a socket has opened", async () => {
  let back = 0;
  const knock = new OriginKnock(own, () => (back += 1));
  const knockOnce = async (answer: () => Promise<Response>) => {
    answers.push(answer);
    knock.knock();
    await new Promise((resolve) => setTimeout(resolve));
  };
  expect(knock.isSilent).toBe(false);
  await knockOnce(down);
  expect(knock.isSilent).toBe(true);
  knock.heard();
  expect(knock.isSilent).toBe(false);
  await knockOnce(up);
  expect(back).toBe(0);
});

it("does not wait for an answer before it knocks again, a few times", () => {
  const knock = new OriginKnock(own, () => undefined);
  for (let time = 0; time < 10; time += 1) {
    answers.push(() => new Promise(() => undefined));
    knock.knock();
  }
  expect(asked).toHaveLength(4);
});
