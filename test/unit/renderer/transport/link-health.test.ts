import { describe, expect, it } from "vitest";
import {
  directness,
  isReachable,
  judgeLink,
  NEW_LINK,
  relayState,
  tickLink,
  TICK_MS,
  type LinkHealth,
} from "../../../../renderer/transport/link-health.ts";

function after(seconds: number, health: LinkHealth, iceState: RTCIceConnectionState): LinkHealth {
  let now = health;
  for (let tick = 0; tick < (seconds * 1000) / TICK_MS; tick += 1) now = tickLink(now, iceState);
  return now;
}

const OPEN: LinkHealth = { ...NEW_LINK, isOpen: true };

describe("The watchdog", () => {
  it("gives an attempt six seconds", () => {
    expect(judgeLink(after(5.5, NEW_LINK, "checking"), true)).toBe("keep");
    expect(judgeLink(after(6, NEW_LINK, "checking"), true)).toBe("give-up");
    expect(judgeLink(after(6, NEW_LINK, "new"), false)).toBe("give-up");
  });

  it("gives a broken connection up once another can be made", () => {
    const broken = after(4, OPEN, "disconnected");
    expect(judgeLink(broken, true)).toBe("give-up");
    expect(isReachable(broken)).toBe(false);
  });

  it("keeps a broken connection while no server answers: it may come back, and nothing else could", () => {
    expect(judgeLink(after(60, OPEN, "disconnected"), false)).toBe("keep");
  });

  it("remembers that a path was lost until something arrives again", () => {
    const back = after(3, after(1, OPEN, "disconnected"), "connected");
    expect(judgeLink(back, true)).toBe("give-up");
    expect(judgeLink({ ...back, silentTicks: 0, wasInterrupted: false }, true)).toBe("keep");
  });

  it("is patient with a laptop that is busy", () => {
    expect(judgeLink(after(15, OPEN, "connected"), true)).toBe("keep");
    expect(isReachable(after(15, OPEN, "connected"))).toBe(true);
    expect(judgeLink(after(20, OPEN, "completed"), true)).toBe("give-up");
  });

  it("counts nobody as reachable who was never reached", () => {
    expect(isReachable(NEW_LINK)).toBe(false);
  });
});

describe("A data channel", () => {
  it("is heard until three signs of life are missing, then silent, and none once its path is lost", () => {
    expect(directness(NEW_LINK)).toBe("none");
    expect(directness(after(2.5, OPEN, "connected"))).toBe("heard");
    expect(directness(after(3, OPEN, "connected"))).toBe("silent");
    expect(directness(after(2.5, OPEN, "disconnected"))).toBe("heard");
    expect(directness(after(3, OPEN, "disconnected"))).toBe("none");
  });
});

describe("A relayed link", () => {
  it("is given up after ten seconds of silence", () => {
    let health = OPEN;
    for (let tick = 0; tick < 9500 / TICK_MS; tick += 1) health = tickLink(health, relayState(health));
    expect(judgeLink(health, true)).toBe("keep");
    expect(isReachable(health)).toBe(true);
    for (let tick = 0; tick < 1000 / TICK_MS; tick += 1) health = tickLink(health, relayState(health));
    expect(judgeLink(health, true)).toBe("give-up");
  });
});
