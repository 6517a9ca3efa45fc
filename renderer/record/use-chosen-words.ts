import { useEffect, useState, type RefObject } from "react";
import type { Stretch } from "../../shared/meeting/statements.ts";

/** The words that somebody has selected inside this element, as a stretch of its text; null while none are. */
export function useChosenWords(element: RefObject<HTMLElement | null>): Stretch | null {
  const [chosen, setChosen] = useState<Stretch | null>(null);
  useEffect(() => {
    const look = (): void => {
      const next = element.current === null ? null : stretchOf(element.current, document.getSelection());
      setChosen((before) => (before?.from === next?.from && before?.to === next?.to ? before : next));
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [element]);
  return chosen;
}

function stretchOf(element: HTMLElement, selection: Selection | null): Stretch | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const [from, to] = [
    placeOf(element, range.startContainer, range.startOffset),
    placeOf(element, range.endContainer, range.endOffset),
  ];
  return from < to ? { from, to } : null;
}

/** How many letters of an element's text stand before a place in it, with one between two paragraphs. */
function placeOf(element: HTMLElement, node: Node, offset: number): number {
  let place = 0;
  for (const paragraph of element.querySelectorAll(".said > *")) {
    const upTo = document.createRange();
    upTo.selectNodeContents(paragraph);
    if (paragraph.contains(node)) {
      upTo.setEnd(node, offset);
      return place + upTo.toString().length;
    }
    if (paragraph.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) return place;
    place += upTo.toString().length + 1;
  }
  return Math.max(0, place - 1);
}
