import { createContext, useContext } from "react";
import type { VoiceId } from "../../shared/feed/ids.ts";

/**
 * Has another voice of this laptop speak, or whoever has it next (null): at once, or by the cover where one of the two has a
 * PIN.
 */
export type HandOver = (to: VoiceId | null) => void;

/** Given by the cover that lies over a meeting. */
export const HandOverContext = createContext<HandOver>(() => undefined);

/** The way to hand the laptop over, from wherever in a meeting. */
export function useHandOver(): HandOver {
  return useContext(HandOverContext);
}
