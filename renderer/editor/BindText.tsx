import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import {
  $getRoot,
  BLUR_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from "lexical";
import { useEffect, useRef, useState } from "react";
import type { TextView } from "../../shared/text/text-view.ts";
import type { TextSelection } from "./shown-text.ts";
import { TextBinding } from "./text-binding.ts";

/**
 * Joins the editor around it with a text. Another text may take its place, such as the same one after something was forgotten: the caret
 * stays at its letter. An error of the editor is thrown while it is drawn, so the boundary around it says what happened.
 */
export function BindText(props: { readonly text: TextView; readonly onBound?: (binding: TextBinding | null) => void }) {
  const { text, onBound } = props;
  const [editor] = useLexicalComposerContext();
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null);
  const selected = useRef<TextSelection | null>(null);
  useEffect(() => {
    const binding = new TextBinding(editor, text, (error) => setFault({ error }));
    onBound?.(binding);
    const before = selected.current;
    if (before !== null) editor.update(() => binding.shown.$select(before));
    // A command comes in the middle of an update; what is undone is drawn after it.
    const afterwards = (act: () => void) => () => {
      queueMicrotask(act);
      return true;
    };
    const leave = mergeRegister(
      editor.registerCommand(
        UNDO_COMMAND,
        afterwards(() => binding.undo()),
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        REDO_COMMAND,
        afterwards(() => binding.redo()),
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          binding.closeAct();
          return false;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    );
    return () => {
      selected.current = editor.getEditorState().read(() => binding.shown.$selection());
      leave();
      binding.close();
      onBound?.(null);
    };
  }, [editor, text, onBound]);
  useEffect(() => () => letGoOfWords(editor), [editor]);
  if (fault !== null) throw fault.error;
  return null;
}

/**
 * Empties an editor that has gone from the page. Whatever still knows it, as React does for a while, then holds no words that
 * were withdrawn meanwhile.
 */
function letGoOfWords(editor: LexicalEditor): void {
  if (editor.getRootElement() !== null) return;
  // Without any element an editor keeps what it has; this one is on no page.
  editor.setRootElement(document.createElement("div"));
  editor.update(() => $getRoot().clear(), { discrete: true });
  editor.setRootElement(null);
}
