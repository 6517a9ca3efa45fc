import type { CSSProperties } from "react";
import type { Colour } from "../../shared/meeting/statements.ts";

/** The style that makes everything inside belong to a voice: it sets `--voice`, which the parts draw with. */
export function voiceStyle(colour: Colour): CSSProperties {
  // React's type has no custom properties, though the platform takes them like any other.
  return { "--voice": `var(--voice-${colour})` } as CSSProperties;
}
