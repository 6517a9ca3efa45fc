import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGSTART_COMMAND,
  mergeRegister,
} from "lexical";
import { useEffect } from "react";
import type { TextBinding } from "./text-binding.ts";

/** What is copied, cut or dragged goes as its words, a line for each line: so it comes back as it was. */
export function OutgoingWords({ binding }: { readonly binding: TextBinding }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    /** Gives the selected words along; false where there are none. */
    const give = (data: DataTransfer | null): boolean => {
      const selection = binding.shown.$selection();
      const words = selection === null ? "" : binding.shown.wordsOf(selection);
      if (data === null || words === "") return false;
      data.clearData();
      data.setData("text/plain", words);
      return true;
    };
    const copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
      if (event === null || !("clipboardData" in event) || !give(event.clipboardData)) return false;
      event.preventDefault();
      return true;
    };
    return mergeRegister(
      editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        CUT_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!copy(event)) return false;
          if ($isRangeSelection(selection)) selection.removeText();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DRAGSTART_COMMAND,
        (event) => {
          give(event.dataTransfer);
          return false;
        },
        // Runs before the listener that remembers what is dragged and takes the event.
        COMMAND_PRIORITY_CRITICAL,
      ),
    );
  }, [editor, binding]);
  return null;
}
