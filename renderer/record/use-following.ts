import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from "react";
import type { VirtuosoHandle } from "react-virtuoso";
import { Reader } from "./reader.ts";
import type { Row } from "./rows.ts";

/** What makes the list follow its end for someone who is there, and keep still for everyone else. */
export interface Following {
  readonly firstItemIndex: number;
  readonly scrollerRef: (scroller: HTMLElement | Window | null) => void;
  readonly followOutput: () => "auto" | false;
  readonly totalListHeightChanged: () => void;
}

/** High enough that no meeting inserts so many utterances before the place where someone reads. */
const FIRST_INDEX = 1_000_000;

/**
 * Keeps the reader's place while utterances come, grow and are put in between. The list corrects for most of what
 * happens above the place itself; what is left is the reader's.
 */
export function useFollowing(
  rows: readonly Row[],
  list: RefObject<VirtuosoHandle | null>,
  opensAtEnd: boolean,
): Following {
  const [reader] = useState(() => new Reader(opensAtEnd));
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const firstItemIndex = useInsertedBefore(rows, reader);

  useEffect(() => (scroller === null ? undefined : reader.follow(scroller)), [reader, scroller]);
  useLayoutEffect(() => {
    if (!reader.atEnd) reader.keepPlace();
  }, [reader, rows]);

  const scrollerRef = useCallback((element: HTMLElement | Window | null) => {
    setScroller(element instanceof HTMLElement ? element : null);
  }, []);
  const followOutput = useCallback(() => (reader.atEnd ? "auto" : false), [reader]);
  const totalListHeightChanged = useCallback(() => {
    if (reader.atEnd) list.current?.autoscrollToBottom();
  }, [reader, list]);
  return { firstItemIndex, scrollerRef, followOutput, totalListHeightChanged };
}

/**
 * The index of the first row, lowered by as many rows as were put in before the one that is read: to the list it is as
 * if they had come before everything.
 */
function useInsertedBefore(rows: readonly Row[], reader: Reader): number {
  const [kept, setKept] = useState({ rows, firstIndex: FIRST_INDEX });
  if (kept.rows === rows) return kept.firstIndex;
  const before = kept.rows.findIndex((row) => row.id === reader.reads);
  const now = rows.findIndex((row) => row.id === reader.reads);
  const inserted = before === -1 || now === -1 ? 0 : now - before;
  const firstIndex = kept.firstIndex - inserted;
  setKept({ rows, firstIndex });
  return firstIndex;
}
