import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { ShownRendering } from "./InLanguages.tsx";
import { languageName, languagesToChoose } from "./languages.ts";
import "./interpret.css";

type Note = ShownRendering["notes"][number];
/** What an interpreter has written: kept beside the words as it is. */
export type Rendered = Pick<ShownRendering, "language" | "notes" | "text">;

/** Where an interpreter renders what somebody said, with the words in view. */
export function Render(props: {
  /** Whose words they are, and the words. */
  readonly name: string;
  readonly said: ReactNode;
  readonly language: string;
  readonly spokenHere: readonly string[];
  /** What this interpreter has rendered of it before, in a language. */
  readonly before: (language: string) => Rendered | null;
  readonly refused: string | null;
  readonly onKeep: (rendered: Rendered) => void;
  readonly onTakeBack: (language: string) => void;
  readonly onNotNow: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState(props.language);
  const before = props.before(language);
  const [text, setText] = useState(before?.text ?? "");
  const [notes, setNotes] = useState<readonly Note[]>(before?.notes ?? []);
  const named = languageName(language, i18n.language);
  const change = (at: number, change: Partial<Note>) =>
    setNotes(notes.map((note, index) => (index === at ? { ...note, ...change } : note)));
  const choose = (chosen: string) => {
    setLanguage(chosen);
    const known = props.before(chosen);
    // What is being written goes along; only words that stand there already are taken up.
    if (known !== null) {
      setText(known.text);
      setNotes(known.notes);
    }
  };

  return (
    <section className="render" aria-label={t("interpret.area")} data-area="words">
      <div className="render__said">
        <p className="soft">{t("interpret.lead", { name: props.name })}</p>
        <div className="words">{props.said}</div>
      </div>
      <Field
        label={t("interpret.words", { name: props.name, language: named })}
        value={text}
        onChange={setText}
        maxLength={8000}
        long
        autoFocus
      />
      {notes.length === 0 ? null : (
        <fieldset className="render__notes">
          <legend className="field__label">{t("interpret.notesTitle")}</legend>
          {notes.map(({ word, says }, index) => (
            <div key={index} className="render__note">
              <Field
                label={t("interpret.word")}
                value={word}
                maxLength={120}
                autoFocus={word === ""}
                onChange={(value) => change(index, { word: value })}
              />
              <Field
                label={t("interpret.says")}
                value={says}
                maxLength={500}
                onChange={(value) => change(index, { says: value })}
              />
              <Button weight="quiet" onPress={() => setNotes(notes.filter((_, at) => at !== index))}>
                {t("interpret.removeNote")}
              </Button>
            </div>
          ))}
        </fieldset>
      )}
      <div className="render__how">
        <MenuTrigger>
          <Button>
            {t("interpret.language", { language: named })} <span aria-hidden="true">▾</span>
          </Button>
          <Popover className="popover" placement="top start">
            <Menu
              className="menu render__languages"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[language]}
              onAction={(key) => choose(String(key))}
            >
              {languagesToChoose([...props.spokenHere, language], i18n.language).map(({ code, name }) => (
                <MenuItem key={code} id={code} className="menu__item" textValue={name}>
                  {name}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
        {notes.length < 16 ? (
          <Button weight="quiet" onPress={() => setNotes([...notes, { word: "", says: "" }])}>
            {t("interpret.note")}
          </Button>
        ) : null}
        {before === null ? null : (
          <Button weight="quiet" onPress={() => props.onTakeBack(language)}>
            {t("interpret.takeBack")}
          </Button>
        )}
        <Button weight="quiet" onPress={props.onNotNow}>
          {t("interpret.notNow")}
        </Button>
        <Button weight="main" isDisabled={text.trim() === ""} onPress={() => props.onKeep({ language, text, notes })}>
          {t("interpret.keep")}
        </Button>
      </div>
      <Notice role="alert">{props.refused}</Notice>
    </section>
  );
}
