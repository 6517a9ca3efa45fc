import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
} from "lexical";
import { useEffect } from "react";

/** What is pasted or dropped comes as its words only: no styles, no links, no markup of another page. */
export function PlainPaste() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const take = (event: Event, data: DataTransfer | null): boolean => {
      event.preventDefault();
      const words = data?.getData("text/plain") ?? "";
      const selection = $getSelection();
      if (words !== "" && $isRangeSelection(selection)) selection.insertRawText(words);
      return true;
    };
    return mergeRegister(
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => take(event, "clipboardData" in event ? event.clipboardData : null),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(DROP_COMMAND, (event) => take(event, event.dataTransfer), COMMAND_PRIORITY_HIGH),
    );
  }, [editor]);
  return null;
}
