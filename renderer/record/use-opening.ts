import { useEffect, useState } from "react";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Row } from "./rows.ts";
import { focusUtterance } from "./use-reading-place.ts";

const PATIENCE_FRAMES = 120;

/**
 * Opens the record at an utterance that somebody came to look at, and puts the keyboard there. Returns its row, once and
 * for all; null where the record opens at its end.
 */
export function useOpening(rows: readonly Row[], utterance: UtteranceId | null, onOpened: () => void): number | null {
  const [opening] = useState(() => {
    const index = rows.findIndex(({ id }) => id === utterance);
    return index === -1 || utterance === null ? null : { index, utterance };
  });
  useEffect(() => {
    if (opening === null) return;
    onOpened();
    // The list shows itself only when it has found its place.
    let frames = PATIENCE_FRAMES;
    let frame = requestAnimationFrame(function look() {
      frames -= 1;
      if (!focusUtterance(opening.utterance) && frames > 0) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [opening, onOpened]);
  return opening?.index ?? null;
}
