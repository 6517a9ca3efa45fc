import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import {
  $getSelection,
  $isRangeSelection,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_HIGH,
  DRAGEND_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from "lexical";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TextPosition } from "../../shared/text/position.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { $positionInPage } from "./position-in-page.ts";
import type { TextSelection } from "./shown-text.ts";
import type { TextBinding } from "./text-binding.ts";
import { fitsInOneEdit } from "../../shared/meeting/fits-in-one-edit.ts";
import { linesIn } from "./words-in-transfer.ts";

/**
 * What is pasted or dropped comes as its words only. Another voice's words come as a quotation that says whose they are.
 * The person who brings them can put them in as their own words instead. Words dragged within the box are moved, unless they are another's.
 */
export function IncomingWords(props: {
  readonly session: Pick<MeetingSession, "view" | "voiceOfWords">;
  readonly binding: TextBinding;
}) {
  const { session, binding } = props;
  const [editor] = useLexicalComposerContext();
  const { t } = useTranslation();
  const dragged = useRef<TextSelection | null>(null);
  const [quoted, setQuoted] = useState<{ readonly name: string; readonly putInPlain: () => void } | null>(null);
  const [isTooMuch, setTooMuch] = useState(false);
  const isPuttingIn = useRef(false);
  useEffect(() => {
    const put = (lines: readonly string[]): void => {
      isPuttingIn.current = true;
      insertLines(editor, lines);
      isPuttingIn.current = false;
    };
    /** Puts lines in where the caret is, as a quotation where they are another voice's. */
    const putIn = (lines: readonly string[]): void => {
      const words = lines.join("\n");
      setTooMuch(!fitsInOneEdit(words));
      if (!fitsInOneEdit(words)) return;
      const voice = session.voiceOfWords(words);
      const name = voice === null ? undefined : session.view().state.voices.get(voice)?.profile.name;
      binding.asOneAct(() => put(name === undefined ? lines : t("editing.quotation", { words, name }).split("\n")));
      setQuoted(name === undefined ? null : { name, putInPlain: () => binding.asOneAct(() => put(lines)) });
    };
    /** Moves own words to another place, or puts others in there. */
    const drop = (lines: readonly string[], to: TextPosition, moved: TextSelection | null): void => {
      if (moved !== null && binding.shown.contains(moved, to)) return;
      editor.focus();
      if (moved === null) {
        editor.update(() => binding.shown.$select({ anchor: to, focus: to }), { discrete: true });
        putIn(lines);
        return;
      }
      binding.asOneAct(() => {
        editor.update(() => removeSelected(binding, moved), { discrete: true });
        editor.update(() => binding.shown.$select({ anchor: to, focus: to }), { discrete: true });
        put(lines);
      });
    };
    return mergeRegister(
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          event.preventDefault();
          const lines = linesIn("clipboardData" in event ? event.clipboardData : null);
          if (lines.length > 0) queueMicrotask(() => putIn(lines));
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DRAGSTART_COMMAND,
        () => {
          dragged.current = binding.shown.$selection();
          // The browser gives the words along; nothing else is needed.
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DRAGEND_COMMAND,
        () => {
          dragged.current = null;
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DROP_COMMAND,
        (event) => {
          event.preventDefault();
          const lines = linesIn(event.dataTransfer);
          const to = $positionInPage(binding.shown, event.clientX, event.clientY);
          const from = dragged.current;
          dragged.current = null;
          if (lines.length > 0 && to !== undefined) {
            const moved = from !== null && isOwn(binding, from) ? from : null;
            queueMicrotask(() => drop(lines, to, moved));
          }
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // Once somebody writes on, it is too late to put something else in its place.
      editor.registerUpdateListener(({ dirtyElements, tags }) => {
        if (dirtyElements.size > 0 && !isPuttingIn.current && !tags.has(COLLABORATION_TAG)) setQuoted(null);
      }),
    );
  }, [editor, binding, session, t]);
  return (
    <p className="words-quoted" role="status">
      {isTooMuch ? t("editing.tooMuch") : null}
      {quoted === null ? null : (
        <>
          {t("editing.quoted", { name: quoted.name })}{" "}
          <button
            type="button"
            onClick={() => {
              if (!editor.isEditable()) return;
              binding.undo();
              quoted.putInPlain();
              setQuoted(null);
              editor.focus();
            }}
          >
            {t("editing.notQuoted")}
          </button>
        </>
      )}
    </p>
  );
}

/** Puts lines in place of what is selected. */
function insertLines(editor: LexicalEditor, lines: readonly string[]): void {
  editor.update(
    () => {
      for (const [index, line] of lines.entries()) {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return;
        if (index > 0) selection.insertParagraph();
        selection.insertText(line);
      }
    },
    { discrete: true },
  );
}

/** Whether all letters of a selection were written by the voice that writes here now. */
function isOwn(binding: TextBinding, selection: TextSelection): boolean {
  return binding.shown.lettersOf(selection).every(({ client }) => client === binding.writer);
}

function removeSelected(binding: TextBinding, selection: TextSelection): void {
  binding.shown.$select(selection);
  const selected = $getSelection();
  if ($isRangeSelection(selected)) selected.removeText();
}
