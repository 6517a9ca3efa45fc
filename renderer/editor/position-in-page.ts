import { $getNearestNodeFromDOMNode, $isTextNode } from "lexical";
import type { TextPosition } from "../../shared/text/position.ts";
import type { ShownText } from "./shown-text.ts";

/** The position in a text at a point of the window; undefined where there is none. To be called while the editor can be read. */
export function $positionInPage(shown: ShownText, x: number, y: number): TextPosition | undefined {
  const place = document.caretPositionFromPoint(x, y);
  if (place === null) return undefined;
  const node = $getNearestNodeFromDOMNode(place.offsetNode);
  if (node === null) return undefined;
  return $isTextNode(node)
    ? shown.$positionOf({ key: node.getKey(), offset: place.offset, type: "text" })
    : shown.$positionOf({ key: node.getKey(), offset: place.offset, type: "element" });
}
