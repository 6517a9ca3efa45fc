import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import type { VirtuosoHandle } from "react-virtuoso";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Row } from "./rows.ts";

/** Where someone is in the record: at its end, or somewhere they have chosen to read. */
export interface ReadingPlace {
  /** The utterance the keyboard is at: one stop for the Tab key, however long the record is. */
  readonly current: UtteranceId | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** What makes the list follow its end for someone who is there, and keep still for everyone else. */
  readonly following: {
    readonly firstItemIndex: number;
    readonly followOutput: (atEnd: boolean) => "auto" | false;
    readonly atBottomStateChange: (atEnd: boolean) => void;
    readonly totalListHeightChanged: () => void;
    readonly rangeChanged: (range: { readonly startIndex: number }) => void;
  };
}

/** High enough that no meeting inserts so many utterances before the place where someone reads. */
const FIRST_INDEX = 1_000_000;

/** Keeps the reader's place while utterances come, grow and are put in between. */
export function useReadingPlace(rows: readonly Row[], list: RefObject<VirtuosoHandle | null>): ReadingPlace {
  const atEnd = useRef(true);
  const firstSeen = useRef<UtteranceId | null>(null);
  const [chosen, setChosen] = useState<UtteranceId | null>(null);
  const current = rows.some((row) => row.id === chosen) ? chosen : (rows.at(-1)?.id ?? null);
  const firstItemIndex = useInsertedBefore(rows, firstSeen);

  const moveTo = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      setChosen(row.id);
      list.current?.scrollIntoView({ index, done: () => focusUtterance(row.id) });
    },
    [rows, list],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const at = rows.findIndex((row) => row.id === current);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      moveTo(to);
    },
    [rows, current, moveTo],
  );

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const id = event.target.closest<HTMLElement>("[data-utterance]")?.dataset["utterance"];
      const row = rows.find((one) => one.id === id);
      if (row !== undefined) setChosen(row.id);
    },
    [rows],
  );

  const following = {
    firstItemIndex,
    followOutput: (end: boolean): "auto" | false => (end ? "auto" : false),
    atBottomStateChange: (end: boolean) => {
      atEnd.current = end;
    },
    // An utterance that grows at the end stays in view, word by word, for someone who is at the end.
    totalListHeightChanged: () => {
      if (atEnd.current) list.current?.autoscrollToBottom();
    },
    rangeChanged: (range: { readonly startIndex: number }) => {
      firstSeen.current = rows[range.startIndex - firstItemIndex]?.id ?? null;
    },
  };
  return { current, onKeyDown, onFocus, following };
}

/**
 * The index of the first row, lowered by as many rows as were put in before the first one in view: to the list it is as
 * if they had come before everything, and what is being read stays where it is.
 */
function useInsertedBefore(rows: readonly Row[], firstSeen: RefObject<UtteranceId | null>): number {
  const [kept, setKept] = useState({ rows, firstIndex: FIRST_INDEX });
  if (kept.rows === rows) return kept.firstIndex;
  const seen = firstSeen.current;
  const before = kept.rows.findIndex((row) => row.id === seen);
  const now = rows.findIndex((row) => row.id === seen);
  const inserted = before === -1 || now === -1 ? 0 : now - before;
  const firstIndex = kept.firstIndex - inserted;
  setKept({ rows, firstIndex });
  return firstIndex;
}

function focusUtterance(id: UtteranceId): void {
  document.querySelector<HTMLElement>(`[data-utterance="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}
