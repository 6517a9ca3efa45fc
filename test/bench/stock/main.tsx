import { LexicalCollaboration } from "@lexical/react/LexicalCollaborationContext";
import { CollaborationPlugin } from "@lexical/react/LexicalCollaborationPlugin";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import type { Provider } from "@lexical/yjs";
import { $createParagraphNode, $createTextNode, $getRoot } from "lexical";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { WebrtcProvider } from "y-webrtc";
import * as Y from "yjs";

/*
 * What the bench compares with: Lexical's stable collaboration plugin over y-webrtc as their documentations put them
 * together. Nothing is set but what a machine without a network needs: a signaling server of its own, and no STUN.
 */

/** What the bench may ask of the stock page. */
export interface StockPage {
  /** Appends one paragraph for each of these texts. */
  append(texts: readonly string[]): Promise<void>;
  /** How large the document is when Yjs encodes it: what a newcomer is sent. */
  encodedBytes(): number;
}

const asked = new URL(location.href).searchParams;
const room = asked.get("room") ?? "";
const signaling = asked.getAll("signaling");
/** The document the editor is bound to, once it is. */
let shared: Y.Doc | null = null;

function providerFactory(id: string, docs: Map<string, Y.Doc>): Provider {
  const doc = docs.get(id) ?? new Y.Doc();
  docs.set(id, doc);
  shared = doc;
  const provider = new WebrtcProvider(id, doc, { signaling, peerOpts: { config: { iceServers: [] } } });
  // What Lexical's documentation does as well: y-webrtc's events have other payloads than Lexical's type says, and
  // Lexical only uses them to show the connection's state and to bootstrap, which nobody does here.
  return provider as unknown as Provider;
}

/** Gives the bench a way to fill the document through the editor itself. */
function ForTheBench() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    window.stock = {
      append: (texts) =>
        new Promise((resolve) => {
          editor.update(
            () => {
              for (const text of texts) $getRoot().append($createParagraphNode().append($createTextNode(text)));
            },
            { onUpdate: () => resolve() },
          );
        }),
      encodedBytes: () => (shared === null ? 0 : Y.encodeStateAsUpdate(shared).length),
    };
  }, [editor]);
  return null;
}

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the editor");
createRoot(place).render(
  <LexicalCollaboration>
    {/* eslint-disable-next-line @typescript-eslint/no-deprecated -- the stable plugin's documentation builds on it */}
    <LexicalComposer
      initialConfig={{
        namespace: "stock",
        editorState: null,
        onError(error) {
          throw error;
        },
      }}
    >
      <RichTextPlugin contentEditable={<ContentEditable />} ErrorBoundary={LexicalErrorBoundary} />
      <CollaborationPlugin id={room} providerFactory={providerFactory} shouldBootstrap={false} />
      <ForTheBench />
    </LexicalComposer>
  </LexicalCollaboration>,
);
