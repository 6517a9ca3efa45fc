import { HeadingNode } from "@lexical/rich-text";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingSession } from "../session/meeting-session.ts";
import { BindText } from "./BindText.tsx";
import { Editable } from "./Editable.tsx";
import { IncomingWords } from "./IncomingWords.tsx";
import { OutgoingWords } from "./OutgoingWords.tsx";
import { OthersCarets } from "./OthersCarets.tsx";
import { ShowOwnCaret } from "./ShowOwnCaret.tsx";
import type { TextBinding } from "./text-binding.ts";
import { TextStyles } from "./TextStyles.tsx";
import { WhoseWords } from "./WhoseWords.tsx";
import { wordsExtension } from "./words-extension.ts";
import "./editor.css";

export interface SummaryProps {
  readonly session: MeetingSession;
  readonly label: string;
  readonly readOnly: boolean;
}

/** The editor in which everyone writes. Another voice at this laptop gets a new one, with an undo of its own. */
export function SummaryEditor(props: SummaryProps) {
  const { session } = props;
  const sitting = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.view().speakingAs ?? "nobody",
  );
  return <SharedEditor key={sitting} {...props} />;
}

function SharedEditor({ session, label, readOnly }: SummaryProps) {
  const { t } = useTranslation();
  const extension = useMemo(() => wordsExtension("summary", [HeadingNode]), []);
  // It is another text when something was forgotten: one that never held that.
  const text = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.summary.text,
  );
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [binding, setBinding] = useState<TextBinding | null>(null);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      {!readOnly && <TextStyles />}
      <div className="words-editor" ref={setStage}>
        <ContentEditable
          className="words-input"
          translate="no"
          aria-label={label}
          aria-placeholder={t("editing.summaryPlaceholder")}
          dir="auto"
          placeholder={<p className="words-placeholder">{t("editing.summaryPlaceholder")}</p>}
        />
        {stage !== null && binding !== null && <OthersCarets session={session} binding={binding} stage={stage} />}
      </div>
      <BindText text={text} onBound={setBinding} />
      {binding !== null && <ShowOwnCaret session={session} binding={binding} />}
      {binding !== null && <IncomingWords session={session} binding={binding} />}
      {binding !== null && <OutgoingWords binding={binding} />}
      <Editable editable={!readOnly} />
      <WhoseWords session={session} />
    </LexicalExtensionComposer>
  );
}
