import { $createHeadingNode, $isHeadingNode } from "@lexical/rich-text";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { $createParagraphNode, $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND } from "lexical";
import { $setBlocksType } from "@lexical/selection";
import { useTranslation } from "react-i18next";

/** The few ways a text may look: heading, bold, italic. */
export function TextStyles() {
  const [editor] = useLexicalComposerContext();
  const { t } = useTranslation();
  const keepFocus = (event: React.MouseEvent): void => {
    event.preventDefault();
  };
  const turnHeading = (): void => {
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const isHeading = $isHeadingNode(selection.anchor.getNode().getTopLevelElement());
      $setBlocksType(selection, () => (isHeading ? $createParagraphNode() : $createHeadingNode("h3")));
    });
  };
  return (
    <div className="words-styles" role="toolbar" aria-label={t("editing.styles")}>
      <button type="button" onMouseDown={keepFocus} onClick={turnHeading}>
        {t("editing.heading")}
      </button>
      <button
        type="button"
        className="words-bold"
        onMouseDown={keepFocus}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "bold")}
      >
        {t("editing.bold")}
      </button>
      <button
        type="button"
        className="words-italic"
        onMouseDown={keepFocus}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "italic")}
      >
        {t("editing.italic")}
      </button>
    </div>
  );
}
