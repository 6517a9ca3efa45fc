import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import { isSameSecret } from "../../shared/crypto/one-spelling.ts";
import type { Colour, Profile } from "../../shared/meeting/shapes.ts";
import { no, type Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { NO_PIN, PinFields } from "./PinFields.tsx";
import { AppearanceFields } from "./AppearanceFields.tsx";
import { blankProfile, profileOf } from "./profile-draft.ts";
import { NameFields } from "./NameFields.tsx";
import { PartChoices } from "./PartChoices.tsx";
import "./arrive.css";

/** Saying how you want to be known: on arriving, or as a further voice on a laptop that is in the meeting already. */
export function Introduce(props: {
  readonly meetingName: string;
  /** Whether this laptop has a voice in the meeting already. */
  readonly another: boolean;
  /** Whether the other laptops have been found. */
  readonly connected: boolean;
  readonly taken: ReadonlySet<Colour>;
  /** With a PIN for this laptop, or without one (null). */
  readonly introduce: (profile: Profile, pin: string | null) => Promise<Result<unknown, Refusal>>;
  readonly onIntroduced: () => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const [profile, setProfile] = useState(() => blankProfile(props.taken));
  const [pin, setPin] = useState(NO_PIN);
  const wish = useWish<Refusal | "different">();
  const title = props.another
    ? t("arrive.addTitle")
    : props.meetingName === ""
      ? t("arrive.titleUnnamed")
      : t("arrive.title", { meeting: props.meetingName });

  const knock = async () => {
    const known = await wish.run(async () => {
      if (!isSameSecret(pin.next, pin.again)) return no("different");
      // Making a PIN hard to try takes the page's whole attention for a moment.
      if (pin.next !== "") await afterPaint();
      return props.introduce(profileOf(profile, t("voice.nameless")), pin.next === "" ? null : pin.next);
    });
    if (known !== null) props.onIntroduced();
  };

  return (
    <main className="page page--wide">
      <header>
        <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
        <p>{t(props.another ? "arrive.addLead" : "arrive.lead")}</p>
      </header>
      <Form
        className="arrive"
        onSubmit={(event) => {
          event.preventDefault();
          void knock();
        }}
      >
        <div className="arrive__column">
          <NameFields value={profile} onChange={setProfile} />
        </div>
        <div className="arrive__column">
          <PartChoices value={profile.kind} onChange={(kind) => setProfile({ ...profile, kind })} />
        </div>
        <div className="arrive__column arrive__whole">
          <AppearanceFields value={profile} onChange={setProfile} />
          {props.another ? (
            <PinFields value={pin} onChange={setPin} />
          ) : (
            <InPlace label={t("pin.shared")}>{() => <PinFields value={pin} onChange={setPin} autoFocus />}</InPlace>
          )}
        </div>
        <div className="page__actions arrive__whole">
          <Button type="submit" weight="main">
            {t(props.another ? "arrive.add" : "arrive.knock")}
          </Button>
          <a className="button" href={props.backHref}>
            {t(props.another ? "arrive.back" : "arrive.leave")}
          </a>
        </div>
        <Notice>{props.another || props.connected ? null : t("arrive.notFound")}</Notice>
        <Notice>{wish.underWay && pin.next !== "" ? t("pin.underWay") : null}</Notice>
        <Notice role="alert">
          {wish.refused === null
            ? null
            : wish.refused === "different"
              ? t("pin.different")
              : t(refusalKey(wish.refused))}
        </Notice>
      </Form>
    </main>
  );
}
