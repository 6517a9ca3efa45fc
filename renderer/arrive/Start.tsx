import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { AppearanceFields } from "./AppearanceFields.tsx";
import type { GuestMeetings, Keeps } from "./guest-meetings.ts";
import { KeepNothing } from "./KeepNothing.tsx";
import { blankProfile, profileOf } from "./profile-draft.ts";
import { NameFields } from "./NameFields.tsx";
import { PartChoices } from "./PartChoices.tsx";
import "./arrive.css";

/** Starting a meeting, in under a minute: every answer has a good default, so none is asked for twice. */
export function Start(props: {
  readonly begin: GuestMeetings["begin"];
  readonly onBegun: (session: MeetingSession) => void;
  readonly backHref: string;
}) {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState("");
  const [person, setPerson] = useState("");
  const [profile, setProfile] = useState(() => blankProfile(new Set()));
  const [keeps, setKeeps] = useState<Keeps>("disk");
  const wish = useWish<Refusal>();

  const begin = async () => {
    const personCalled = person.trim();
    const named = personCalled === "" ? t("start.defaultNameNobody") : t("start.defaultName", { person: personCalled });
    const begun = await wish.run(() =>
      props.begin(
        {
          name: name.trim() === "" ? named : name.trim(),
          personCalled,
          language: i18n.language,
          profile: profileOf(profile, t("voice.nameless")),
        },
        keeps,
      ),
    );
    if (begun !== null) props.onBegun(begun.value);
  };

  return (
    <main className="page page--wide">
      <header>
        <Title page={`${t("start.title")} · ${t("app.name")}`}>{t("start.title")}</Title>
        <p>{t("start.lead")}</p>
      </header>
      <Form
        className="arrive"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <div className="arrive__column">
          <Field
            label={t("start.personCalled")}
            hint={t("start.personCalledHint")}
            value={person}
            maxLength={80}
            onChange={setPerson}
          />
          <Field
            label={t("start.meetingName")}
            hint={t("start.meetingNameHint")}
            value={name}
            maxLength={120}
            onChange={setName}
          />
          <KeepNothing keeps={keeps} onChange={setKeeps} />
        </div>
        <div className="arrive__column" role="group" aria-label={t("voice.about")}>
          <NameFields value={profile} onChange={setProfile} />
          <PartChoices value={profile.kind} onChange={(kind) => setProfile({ ...profile, kind })} />
        </div>
        <div className="arrive__column arrive__whole">
          <AppearanceFields value={profile} onChange={setProfile} />
        </div>
        <div className="page__actions arrive__whole">
          <Button type="submit" weight="main">
            {t("start.begin")}
          </Button>
          <a className="button" href={props.backHref}>
            {t("start.back")}
          </a>
        </div>
        <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      </Form>
    </main>
  );
}
