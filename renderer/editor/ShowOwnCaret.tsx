import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { useEffect } from "react";
import type { MeetingSession } from "../session/meeting-session.ts";
import type { TextBinding } from "./text-binding.ts";

/** Shows the others where in the summary this voice is writing, as long as it has the keyboard. */
export function ShowOwnCaret(props: { readonly session: MeetingSession; readonly binding: TextBinding }) {
  const { session, binding } = props;
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    let shown = "";
    const show = (): void => {
      const root = editor.getRootElement();
      const isHere = root?.contains(document.activeElement) === true;
      const place = isHere ? editor.getEditorState().read(() => binding.shown.$selection()) : null;
      if (JSON.stringify(place) === shown) return;
      shown = JSON.stringify(place);
      session.summary.showCursor(place);
    };
    const leave = [
      editor.registerUpdateListener(show),
      editor.registerRootListener((root, before) => {
        before?.removeEventListener("focusin", show);
        before?.removeEventListener("focusout", hide);
        root?.addEventListener("focusin", show);
        root?.addEventListener("focusout", hide);
      }),
    ];
    return () => {
      for (const one of leave) one();
      hide();
    };
    function hide(): void {
      shown = "";
      session.summary.showCursor(null);
    }
  }, [editor, session, binding]);
  return null;
}
