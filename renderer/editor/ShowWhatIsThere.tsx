import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { CLEAR_DIFF_VERSIONS_COMMAND__EXPERIMENTAL } from "@lexical/yjs";
import { useEffect } from "react";

/**
 * Shows what a document held before its editor was there. Lexical's Yjs plugin only follows changes; the command that
 * ends its comparison view is the one public way to have it read the whole document.
 */
export function ShowWhatIsThere() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    editor.dispatchCommand(CLEAR_DIFF_VERSIONS_COMMAND__EXPERIMENTAL, undefined);
  }, [editor]);
  return null;
}
