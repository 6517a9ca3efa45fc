import { useEffect, useState } from "react";
import type { Hint } from "./curated.ts";

/** How long someone has stopped writing before their words are looked at. */
const PAUSE_MS = 800;
const NONE: readonly Hint[] = [];

/**
 * The hints for what is being written, once the writer pauses; `unavailable` where what finds them could not be loaded.
 * That is loaded with the first words that are looked at, so that nobody else has to.
 */
export function useHints(words: string): readonly Hint[] | "unavailable" {
  const [found, setFound] = useState<readonly Hint[] | "unavailable">(NONE);
  useEffect(() => {
    if (words.trim() === "") return undefined;
    let wanted = true;
    const pause = setTimeout(() => {
      void lookAt(words).then((hints) => {
        if (wanted) setFound(hints);
      });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(pause);
    };
  }, [words]);
  // A hint goes with the words it was for at once, and the others stay where they are meanwhile.
  return found === "unavailable" ? found : found.filter(({ said }) => words.includes(said));
}

async function lookAt(words: string): Promise<readonly Hint[] | "unavailable"> {
  try {
    const { hintsIn } = await import("./hints-in-words.ts");
    return hintsIn(words);
  } catch {
    // A guest's window may have lost the laptop it came from. The one who asked for hints is told; writing goes on.
    return "unavailable";
  }
}
