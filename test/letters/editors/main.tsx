import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { HeadingNode } from "@lexical/rich-text";
import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { BindText } from "../../../renderer/editor/BindText.tsx";
import { IncomingWords } from "../../../renderer/editor/IncomingWords.tsx";
import { TextStyles } from "../../../renderer/editor/TextStyles.tsx";
import type { TextBinding } from "../../../renderer/editor/text-binding.ts";
import { wordsExtension } from "../../../renderer/editor/words-extension.ts";
import "../../../renderer/editor/editor.css";
import type { MeetingSession } from "../../../renderer/session/meeting-session.ts";
import { createSeed } from "../../../shared/text/seed.ts";
import { Person } from "./person.ts";
import { playMeeting, type Played } from "./play-meeting.ts";

/** What the tests may ask of the page: several people, each with an editor of their own, who hear of each other when told to. */
export interface LettersPage {
  /** Seats this many people at empty documents. */
  begin(people: number): Promise<void>;
  /** Hands `to` all that `from` has written and `to` has not had. */
  tell(from: number, to: number): void;
  /** Everyone hears everything. */
  tellAll(): void;
  person(index: number): Person;
  /** Plays a random meeting through the editors, and says what went wrong. */
  play(seed: number): Promise<Played>;
}

declare global {
  interface Window {
    letters: LettersPage;
  }
}

const NOBODY_QUOTED = { voiceOfWords: () => null } as unknown as Pick<MeetingSession, "view" | "voiceOfWords">;

function Editor({ person }: { readonly person: Person }) {
  const extension = useMemo(() => wordsExtension(`person-${String(person.client)}`, [HeadingNode]), [person]);
  const [binding, setBinding] = useState<TextBinding | null>(null);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <TextStyles />
      <ContentEditable className="words-input" aria-label={`Person ${String(person.client)}`} />
      <BindText text={person.text} onBound={setBinding} />
      {binding !== null && <IncomingWords session={NOBODY_QUOTED} binding={binding} />}
      {binding !== null && <Seat person={person} binding={binding} />}
    </LexicalExtensionComposer>
  );
}

function Seat({ person, binding }: { readonly person: Person; readonly binding: TextBinding }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    person.sit(editor, binding);
  }, [person, editor, binding]);
  return null;
}

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the editors");
const root = createRoot(place);
let people: readonly Person[] = [];
let meetings = 0;

async function begin(count: number): Promise<void> {
  const seed = createSeed();
  meetings += 1;
  people = Array.from({ length: count }, (_, index) => new Person(101 + index, seed));
  flushSync(() => {
    root.render(people.map((person) => <Editor key={`${String(meetings)}.${String(person.client)}`} person={person} />));
  });
  await Promise.all(people.map((person) => person.seated));
}

window.letters = {
  begin,
  tell: (from, to) => personAt(to).hear(personAt(from)),
  tellAll: () => {
    for (const to of people) for (const from of people) if (from !== to) to.hear(from);
  },
  person: personAt,
  async play(seed) {
    await begin(3);
    return playMeeting(people, seed);
  },
};

function personAt(index: number): Person {
  const person = people[index];
  if (person === undefined) throw new Error(`nobody sits at place ${String(index)}`);
  return person;
}
