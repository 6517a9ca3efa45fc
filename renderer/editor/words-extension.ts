import { RichTextExtension } from "@lexical/rich-text";
import { defineExtension, type InitialEditorConfig } from "lexical";
import { EDITOR_THEME } from "./editor-theme.ts";
import { stopOnError } from "./stop-on-error.ts";

/** What an editor of words is made of: rich text, our look, and nothing in it until the shared document is shown. */
export function wordsExtension(namespace: string, nodes: NonNullable<InitialEditorConfig["nodes"]> = []) {
  return defineExtension({
    name: "polyphony/words",
    namespace,
    nodes,
    theme: EDITOR_THEME,
    onError: stopOnError,
    $initialEditorState: null,
    dependencies: [RichTextExtension],
  });
}
