import { HeadingNode } from "@lexical/rich-text";
import { LexicalCollaboration } from "@lexical/react/LexicalCollaborationContext";
import { CollaborationPluginV2__EXPERIMENTAL } from "@lexical/react/LexicalCollaborationPlugin";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Editable } from "./Editable.tsx";
import { EDITOR_THEME } from "./editor-theme.ts";
import { PlainPaste } from "./PlainPaste.tsx";
import { createQuietProvider } from "./quiet-provider.ts";
import { ShowWhatIsThere } from "./ShowWhatIsThere.tsx";
import { stopOnError } from "./stop-on-error.ts";
import { summaryCarets } from "./summary-carets.ts";
import { TextStyles } from "./TextStyles.tsx";
import { WhoseWords } from "./WhoseWords.tsx";
import "./editor.css";

export interface SummaryProps {
  readonly session: MeetingSession;
  readonly label: string;
  readonly readOnly: boolean;
}

/** The editor in which everyone writes. Another voice at this laptop gets it anew, with an undo of its own. */
export function SummaryEditor(props: SummaryProps) {
  const { session } = props;
  const speakingAs = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.view().speakingAs,
  );
  return <SharedEditor key={speakingAs ?? "nobody"} {...props} />;
}

function SharedEditor({ session, label, readOnly }: SummaryProps) {
  const { t } = useTranslation();
  const provider = useMemo(() => createQuietProvider(summaryCarets(session)), [session]);
  const [stage, setStage] = useState<HTMLElement | null>(null);
  return (
    <LexicalCollaboration>
      <LexicalComposer
        initialConfig={{
          namespace: "summary",
          editorState: null,
          nodes: [HeadingNode],
          theme: EDITOR_THEME,
          onError: stopOnError,
        }}
      >
        {!readOnly && <TextStyles />}
        <div className="words-editor" ref={setStage}>
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className="words-input"
                aria-label={label}
                aria-placeholder={t("editing.summaryPlaceholder")}
                dir="auto"
                placeholder={<p className="words-placeholder">{t("editing.summaryPlaceholder")}</p>}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
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
      </LexicalComposer>
    </LexicalCollaboration>
  );
}
