import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from "lexical";
import { useEffect } from "react";

/** Ctrl+Enter, or Command+Enter, asks to say it. AltGr is another key: Windows reports it as Ctrl and Alt together. */
export function SubmitKey({ onSubmit }: { readonly onSubmit: () => void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event === null || !(event.ctrlKey || event.metaKey)) return false;
          if (event.altKey || event.getModifierState("AltGraph")) return false;
          event.preventDefault();
          onSubmit();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, onSubmit],
  );
  return null;
}
