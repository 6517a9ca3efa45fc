import { useCallback, useState, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import type { VirtuosoHandle } from "react-virtuoso";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { isWriting } from "../ui/is-writing.ts";
import type { Row } from "./rows.ts";

/** Where the keyboard is in the record. */
export interface ReadingPlace {
  /** The utterance the keyboard is at: one stop for the Tab key, however long the record is. */
  readonly current: UtteranceId | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onRange: (startIndex: number, endIndex: number) => void;
}

/** Moves through the record with the arrow keys, and keeps the one stop of the Tab key where it can be seen. */
export function useReadingPlace(rows: readonly Row[], list: RefObject<VirtuosoHandle | null>): ReadingPlace {
  const [chosen, setChosen] = useState<UtteranceId | null>(null);
  const current = rows.some((row) => row.id === chosen) ? chosen : (rows.at(-1)?.id ?? null);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const at = rows.findIndex((row) => row.id === current);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
      const row = to === undefined ? undefined : rows[to];
      if (to === undefined || row === undefined) return;
      event.preventDefault();
      setChosen(row.id);
      list.current?.scrollIntoView({ index: to, done: () => focusUtterance(row.id) });
    },
    [rows, list, current],
  );

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const id = event.target.closest<HTMLElement>("[data-utterance]")?.dataset["utterance"];
      const row = rows.find((one) => one.id === id);
      if (row !== undefined) setChosen(row.id);
    },
    [rows],
  );

  const onRange = useCallback(
    (startIndex: number, endIndex: number) => {
      const inPage = rows.slice(startIndex, endIndex + 1);
      const last = inPage.at(-1);
      // The Tab key finds the record where it is on the screen, not where it was left an hour ago.
      if (last !== undefined && !inPage.some((row) => row.id === current)) setChosen(last.id);
    },
    [rows, current],
  );
  return { current, onKeyDown, onFocus, onRange };
}

/** Puts the keyboard on an utterance, unless somebody is writing by now; false while it is not in the page. */
export function focusUtterance(id: UtteranceId): boolean {
  if (isWriting()) return true;
  const article = document.querySelector<HTMLElement>(`[data-utterance="${CSS.escape(id)}"]`);
  article?.focus({ preventScroll: true });
  return article !== null && document.activeElement === article;
}
