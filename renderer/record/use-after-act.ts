import { useCallback, useEffect, useRef, type RefObject } from "react";
import type { VirtuosoHandle } from "react-virtuoso";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Row } from "./rows.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { focusUtterance } from "./use-reading-place.ts";

/** An utterance that was acted on, as it stood then. */
interface Acted {
  readonly row: Row;
  readonly at: number;
  readonly waited: boolean;
}

/**
 * Keeps the keyboard in the record when the button that was pressed is gone, because its words were confirmed, refused,
 * let in or taken back: it goes to the utterance, or, where nothing of that is left, to the one that stands there now. The returned
 * function says on which utterance somebody is acting.
 */
export function useAfterAct(
  rows: readonly Row[],
  waiting: ReadonlySet<UtteranceId>,
  list: RefObject<VirtuosoHandle | null>,
  whole: RefObject<HTMLElement | null>,
): (utterance: UtteranceId) => void {
  const acted = useRef<Acted | null>(null);
  useEffect(() => {
    if (acted.current === null) return;
    const { row: before, at, waited } = acted.current;
    const now = rows.find(({ id }) => id === before.id);
    const sameWords = now?.confirmed === before.confirmed && now.withdrawn === before.withdrawn;
    // The way to keep words out stays where it was pressed; the way to let them in again goes with it.
    const same = sameWords && (now.forRecord === before.forRecord || !now.forRecord);
    if (same && waiting.has(before.id) === waited) return;
    acted.current = null;
    const index = now === undefined ? Math.min(at, rows.length - 1) : rows.indexOf(now);
    const next = rows[index];
    // A panel that has gone with its utterance still looks, for a frame, for where the keyboard was before it.
    void afterPaint().then(() => {
      if (next === undefined) whole.current?.focus();
      else list.current?.scrollIntoView({ index, done: () => focusUtterance(next.id) });
    });
  }, [rows, waiting, list, whole]);

  return useCallback(
    (utterance) => {
      const at = rows.findIndex(({ id }) => id === utterance);
      const row = rows[at];
      acted.current = row === undefined ? null : { row, at, waited: waiting.has(utterance) };
    },
    [rows, waiting],
  );
}
