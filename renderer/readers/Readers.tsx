import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingState, Voice } from "../../shared/meeting/state.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import type { TakingPartWishes } from "../session/taking-part-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { OneReader } from "./OneReader.tsx";
import "./readers.css";

export type ReaderWishes = Pick<TakingPartWishes, "nameReader" | "permitReader" | "takeReaderBack" | "wishNaming">;

/** Who outside the room may read it, and how each voice is called for them. Nothing goes to anyone from here. */
export function Readers(props: {
  readonly state: Pick<MeetingState, "readers" | "voices">;
  /** The voice that speaks here, if it has words of its own. */
  readonly speaking: Voice | null;
  /** Whose names can be wished for here: the voice that speaks, and those without a device. */
  readonly heardHere: ReadonlySet<VoiceId>;
  /** What the person at the centre is called; empty where nobody has said. */
  readonly person: string;
  readonly wishes: ReaderWishes;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { state, speaking, wishes } = props;
  const { run, refused } = useWish<Refusal>();
  return (
    <main className="page">
      <header>
        <Title page={`${t("readers.title")} · ${t("app.name")}`}>{t("readers.title")}</Title>
        <p>{props.person === "" ? t("readers.leadUnnamed") : t("readers.lead", { person: props.person })}</p>
      </header>
      {state.readers.size === 0 ? <p className="soft">{t("readers.none")}</p> : null}
      {[...state.readers.values()].map((reader) => (
        <OneReader
          key={reader.id}
          reader={reader}
          state={state}
          speaking={speaking}
          heardHere={props.heardHere}
          person={props.person}
          wishes={wishes}
        />
      ))}
      {speaking === null ? null : (
        <InPlace label={t("readers.name")}>
          {(done) => (
            <NameReader
              name={async (name) => {
                // What was written stays where it could not be kept.
                if ((await run(() => wishes.nameReader(name))) !== null) done();
              }}
              onDone={done}
            />
          )}
        </InPlace>
      )}
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      <div className="page__actions">
        <a className="button" href={props.backHref}>
          {t("readers.back")}
        </a>
      </div>
    </main>
  );
}

function NameReader(props: { readonly name: (name: string) => Promise<unknown>; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  return (
    <Form
      aria-label={t("readers.name")}
      className="readers__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") props.onDone();
        else void props.name(name);
      }}
    >
      <Field
        label={t("readers.who")}
        hint={t("readers.whoHint")}
        value={name}
        maxLength={120}
        autoFocus
        onChange={setName}
      />
      <div className="page__actions">
        <Button type="submit" weight="main">
          {t("readers.nameNow")}
        </Button>
        <Button weight="quiet" onPress={props.onDone}>
          {t("readers.notNow")}
        </Button>
      </div>
    </Form>
  );
}
