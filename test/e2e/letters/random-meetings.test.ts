import { expect, it } from "vitest";
import { playInChromium } from "../../letters/play-in-chromium.ts";

it("keeps every letter under its writer, once, in random meetings with real editors", async () => {
  expect(await playInChromium({ firstSeed: 1, meetings: 150, browsers: 1 })).toEqual([]);
});
