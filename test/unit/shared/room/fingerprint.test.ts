import { expect, it } from "vitest";
import { fingerprintBeginning } from "../../../../shared/room/fingerprint.ts";

it("is read out in four groups of four", () => {
  expect(fingerprintBeginning("9f2c41ab07d3e5c8".padEnd(64, "0"))).toBe("9F2C 41AB 07D3 E5C8");
});

it("is as long as what there is", () => {
  expect(fingerprintBeginning("9f2c41")).toBe("9F2C 41");
  expect(fingerprintBeginning("")).toBe("");
});
