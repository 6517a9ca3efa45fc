import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { useEffect, useMemo, useState } from "react";
import type { Colour } from "../../shared/meeting/shapes.ts";
import { TextView } from "../../shared/text/text-view.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import type { Draft } from "../session/writing-wishes.ts";
import { BindText } from "./BindText.tsx";
import { Editable } from "./Editable.tsx";
import { IncomingWords } from "./IncomingWords.tsx";
import { OutgoingWords } from "./OutgoingWords.tsx";
import { SubmitKey } from "./SubmitKey.tsx";
import type { TextBinding } from "./text-binding.ts";
import { wordsExtension } from "./words-extension.ts";
import "./editor.css";

export interface ComposerProps {
  readonly session: MeetingSession;
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

function UtteranceEditor({ session, draft, label, placeholder, colour, disabled, onSubmit }: ComposerProps) {
  const extension = useMemo(() => wordsExtension(draft.utterance), [draft.utterance]);
  const text = useMemo(() => new TextView(draft.doc), [draft.doc]);
  useEffect(() => () => text.close(), [text]);
  const [binding, setBinding] = useState<TextBinding | null>(null);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div className="words-editor" style={{ caretColor: `var(--voice-${colour})` }}>
        <ContentEditable
          className="words-input"
          translate="no"
          aria-label={label}
          aria-placeholder={placeholder}
          dir="auto"
          placeholder={<p className="words-placeholder">{placeholder}</p>}
        />
      </div>
      <BindText text={text} onBound={setBinding} />
      {binding !== null && <IncomingWords session={session} binding={binding} />}
      {binding !== null && <OutgoingWords binding={binding} />}
      <SubmitKey onSubmit={onSubmit} />
      <Editable editable={!disabled} />
    </LexicalExtensionComposer>
  );
}
