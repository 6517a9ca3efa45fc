import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Colour } from "../../shared/meeting/shapes.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { $caretBox, $selectionBoxes, type Box } from "./caret-boxes.ts";
import type { TextBinding } from "./text-binding.ts";

interface Caret {
  readonly clientId: number;
  readonly name: string;
  readonly colour: Colour;
  readonly at: Box;
  readonly selected: readonly Box[];
}

/**
 * Where the others are writing. Names and colours come from the record, never from the laptop that sends a caret; a caret whose letter is gone
 * stands where that was.
 */
export function OthersCarets(props: {
  readonly session: MeetingSession;
  readonly binding: TextBinding;
  /** The element that the carets are placed in. */
  readonly stage: HTMLElement;
}) {
  const { session, binding, stage } = props;
  const [editor] = useLexicalComposerContext();
  const [carets, setCarets] = useState<readonly Caret[]>([]);
  useEffect(() => {
    let frame = 0;
    const place = (): void => {
      frame = 0;
      const { voices } = session.view().state;
      const { shown } = binding;
      const corner = stage.getBoundingClientRect();
      const moved = (box: Box): Box => ({ ...box, left: box.left - corner.left, top: box.top - corner.top });
      const placed = editor.getEditorState().read(() =>
        [...session.summary.cursors()].flatMap(([clientId, { voice, anchor, focus }]): readonly Caret[] => {
          const profile = voices.get(voice)?.profile;
          const [from, to] = [shown.offsetOf(anchor), shown.offsetOf(focus)];
          const at = $caretBox(editor, shown, to);
          if (profile === undefined || at === null) return [];
          const isOpen = from.line !== to.line || from.at !== to.at;
          const selected = isOpen ? $selectionBoxes(editor, shown, from, to).map(moved) : [];
          return [{ clientId, name: profile.name, colour: profile.colour, at: moved(at), selected }];
        }),
      );
      // In this very frame: drawn in the next one, each key of somebody else would cost two of them.
      flushSync(() => setCarets((before) => (JSON.stringify(before) === JSON.stringify(placed) ? before : placed)));
    };
    const placeSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    const size = new ResizeObserver(placeSoon);
    size.observe(stage);
    const leave = [editor.registerUpdateListener(placeSoon), session.summary.subscribeToCursors(placeSoon)];
    placeSoon();
    return () => {
      for (const one of leave) one();
      size.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [editor, session, binding, stage]);
  return (
    <div aria-hidden="true" className="carets">
      {carets.map(({ clientId, name, colour, at, selected }) => (
        <div key={clientId}>
          {selected.map((box, index) => (
            <span key={index} className="caret-selection" style={{ ...box, ...inColour(colour) }} />
          ))}
          <span className="caret" style={{ left: at.left, top: at.top, height: at.height, ...inColour(colour) }}>
            <span className="caret-name" style={inColour(colour)}>
              {name}
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}

function inColour(colour: Colour): { readonly backgroundColor: string } {
  return { backgroundColor: `var(--voice-${colour})` };
}
