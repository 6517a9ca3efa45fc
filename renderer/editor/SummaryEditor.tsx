import { HeadingNode } from "@lexical/rich-text";
import { LexicalCollaboration } from "@lexical/react/LexicalCollaborationContext";
import { CollaborationPluginV2__EXPERIMENTAL } from "@lexical/react/LexicalCollaborationPlugin";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Editable } from "./Editable.tsx";
import { PlainPaste } from "./PlainPaste.tsx";
import { createQuietProvider } from "./quiet-provider.ts";
import { ShowWhatIsThere } from "./ShowWhatIsThere.tsx";
import { summaryCarets } from "./summary-carets.ts";
import { TextStyles } from "./TextStyles.tsx";
import { WhoseWords } from "./WhoseWords.tsx";
import { wordsExtension } from "./words-extension.ts";
import "./editor.css";

export interface SummaryProps {
  readonly session: MeetingSession;
  readonly label: string;
  readonly readOnly: boolean;
}

/**
 * The editor in which everyone writes. Another voice at this laptop gets it anew, with an undo of its own; so does everyone
 * when something was let go of, because an undo would keep it.
 */
export function SummaryEditor(props: SummaryProps) {
  const { session } = props;
  const sitting = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => `${session.view().speakingAs ?? "nobody"} ${session.summary.doc.guid}`,
  );
  return <SharedEditor key={sitting} {...props} />;
}

function SharedEditor({ session, label, readOnly }: SummaryProps) {
  const { t } = useTranslation();
  const provider = useMemo(() => createQuietProvider(summaryCarets(session)), [session]);
  const extension = useMemo(() => wordsExtension("summary", [HeadingNode]), []);
  const [stage, setStage] = useState<HTMLElement | null>(null);
  return (
    <LexicalCollaboration>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        {!readOnly && <TextStyles />}
        <div className="words-editor" ref={setStage}>
          <ContentEditable
            className="words-input"
            aria-label={label}
            aria-placeholder={t("editing.summaryPlaceholder")}
            dir="auto"
            placeholder={<p className="words-placeholder">{t("editing.summaryPlaceholder")}</p>}
          />
        </div>
        {stage !== null && (
          <CollaborationPluginV2__EXPERIMENTAL
            id="summary"
            doc={session.summary.doc}
            provider={provider}
            cursorsContainerRef={{ current: stage }}
          />
        )}
        {stage !== null && <ShowWhatIsThere />}
        <PlainPaste />
        <Editable editable={!readOnly} />
        <WhoseWords session={session} />
      </LexicalExtensionComposer>
    </LexicalCollaboration>
  );
}
