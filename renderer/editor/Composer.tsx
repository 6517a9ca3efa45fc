import { LexicalCollaboration } from "@lexical/react/LexicalCollaborationContext";
import { CollaborationPluginV2__EXPERIMENTAL } from "@lexical/react/LexicalCollaborationPlugin";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from "lexical";
import { useEffect, useMemo } from "react";
import type { Colour } from "../../shared/meeting/shapes.ts";
import type { Draft } from "../session/writing-wishes.ts";
import { Editable } from "./Editable.tsx";
import { PlainPaste } from "./PlainPaste.tsx";
import { createQuietProvider } from "./quiet-provider.ts";
import { ShowWhatIsThere } from "./ShowWhatIsThere.tsx";
import { wordsExtension } from "./words-extension.ts";
import "./editor.css";

export interface ComposerProps {
  readonly draft: Draft;
  readonly label: string;
  readonly placeholder: string;
  /** The voice's colour, for the caret. */
  readonly colour: Colour;
  readonly disabled: boolean;
  /** Asked with Ctrl+Enter (or Command+Enter). */
  readonly onSubmit: () => void;
}

/** The editor in which one voice writes one utterance. A new utterance gets a new editor. */
export function Composer(props: ComposerProps) {
  return <UtteranceEditor key={props.draft.utterance} {...props} />;
}

function UtteranceEditor({ draft, label, placeholder, colour, disabled, onSubmit }: ComposerProps) {
  const provider = useMemo(() => createQuietProvider(null), []);
  const extension = useMemo(() => wordsExtension(draft.utterance), [draft.utterance]);
  return (
    <LexicalCollaboration>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <div className="words-editor" style={{ caretColor: `var(--voice-${colour})` }}>
          <ContentEditable
            className="words-input"
            aria-label={label}
            aria-placeholder={placeholder}
            dir="auto"
            placeholder={<p className="words-placeholder">{placeholder}</p>}
          />
        </div>
        <CollaborationPluginV2__EXPERIMENTAL id={draft.utterance} doc={draft.doc} provider={provider} />
        <ShowWhatIsThere />
        <PlainPaste />
        <SubmitKey onSubmit={onSubmit} />
        <Editable editable={!disabled} />
      </LexicalExtensionComposer>
    </LexicalCollaboration>
  );
}

/** Ctrl+Enter, or Command+Enter, asks to say it. */
function SubmitKey({ onSubmit }: { readonly onSubmit: () => void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event === null || !(event.ctrlKey || event.metaKey)) return false;
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
