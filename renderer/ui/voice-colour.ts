import type { CSSProperties } from "react";
import type { Colour } from "../../shared/meeting/shapes.ts";

/** The line under a voice's words, so that they can be told from a neighbour's without seeing the colour. */
export const VOICE_LINES: Readonly<Record<Colour, "dashed" | "dotted" | "double" | "solid">> = {
  rust: "solid",
  plum: "dashed",
  blue: "dotted",
  olive: "double",
  teal: "solid",
  ochre: "dashed",
  rose: "double",
  slate: "dotted",
};

/** The style that makes everything inside belong to a voice: it sets `--voice` and `--voice-line`, which the parts draw with. */
export function voiceStyle(colour: Colour): CSSProperties {
  // React's type has no custom properties, though the platform takes them like any other.
  return { "--voice": `var(--voice-${colour})`, "--voice-line": VOICE_LINES[colour] } as CSSProperties;
}
