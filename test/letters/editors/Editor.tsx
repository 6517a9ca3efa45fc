import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { HeadingNode } from "@lexical/rich-text";
import { useEffect, useMemo, useState } from "react";
import { BindText } from "../../../renderer/editor/BindText.tsx";
import { IncomingWords } from "../../../renderer/editor/IncomingWords.tsx";
import { OthersCarets } from "../../../renderer/editor/OthersCarets.tsx";
import { OutgoingWords } from "../../../renderer/editor/OutgoingWords.tsx";
import { SubmitKey } from "../../../renderer/editor/SubmitKey.tsx";
import { TextStyles } from "../../../renderer/editor/TextStyles.tsx";
import type { TextBinding } from "../../../renderer/editor/text-binding.ts";
import { wordsExtension } from "../../../renderer/editor/words-extension.ts";
import "../../../renderer/editor/editor.css";
import type { Person } from "./person.ts";
import type { Room } from "./room.ts";

/** One person's editor: all that the summary's has, and the composer's key to say it. */
export function Editor({ person, room }: { readonly person: Person; readonly room: Room }) {
  const extension = useMemo(() => wordsExtension(person.name, [HeadingNode]), [person]);
  const session = useMemo(() => room.sessionFor(person), [room, person]);
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [binding, setBinding] = useState<TextBinding | null>(null);
  return (
    <section aria-label={person.name}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <TextStyles />
        <div className="words-editor" ref={setStage}>
          <ContentEditable className="words-input" translate="no" aria-label={`${person.name} writes`} dir="auto" />
          {stage !== null && binding !== null && <OthersCarets session={session} binding={binding} stage={stage} />}
        </div>
        <BindText text={person.text} onBound={setBinding} />
        {binding !== null && <IncomingWords session={session} binding={binding} />}
        {binding !== null && <OutgoingWords binding={binding} />}
        {binding !== null && <Seat person={person} binding={binding} />}
        <SubmitKey onSubmit={() => person.submit()} />
      </LexicalExtensionComposer>
    </section>
  );
}

function Seat({ person, binding }: { readonly person: Person; readonly binding: TextBinding }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    person.sit(editor, binding);
  }, [person, editor, binding]);
  return null;
}
