import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLOURS } from "../../../../shared/meeting/shapes.ts";

const tokens = readFileSync(new URL("../../../../renderer/ui/css/tokens.css", import.meta.url), "utf8");

describe.each([
  ["light", 1],
  ["dark", 2],
] as const)("in the %s", (_theme, place) => {
  const token = (name: string): string => {
    const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)?.[place];
    if (found === undefined) throw new Error(`no token ${name}`);
    return found;
  };

  it.each(["paper", "sheet", "room"])("every voice’s name can be read on %s", (ground) => {
    for (const colour of COLOURS) {
      expect(contrast(token(`voice-${colour}`), token(ground)), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("initials can be read on every voice’s colour", () => {
    for (const colour of COLOURS) {
      expect(contrast(token("on-voice"), token(`voice-${colour}`)), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(["ink", "soft"])("%s text can be read on every ground", (text) => {
    for (const ground of ["paper", "sheet", "room", "accent-soft"]) {
      expect(contrast(token(text), token(ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("the edge of a control and the focus can be seen", () => {
    for (const ground of ["paper", "sheet", "room"]) {
      expect(contrast(token("edge"), token(ground)), ground).toBeGreaterThanOrEqual(3);
      expect(contrast(token("focus"), token(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });
});

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
