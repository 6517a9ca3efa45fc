import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Colour, Profile } from "../../shared/meeting/shapes.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { blankProfile, profileOf } from "./profile-draft.ts";
import { ProfileFields } from "./ProfileFields.tsx";
import "./arrive.css";

/** Saying how you want to be known: on arriving, or as a further voice on a laptop that is in the meeting already. */
export function Introduce(props: {
  readonly meetingName: string;
  /** Whether this laptop has a voice in the meeting already. */
  readonly another: boolean;
  /** Whether the other laptops have been found. */
  readonly connected: boolean;
  readonly taken: ReadonlySet<Colour>;
  readonly introduce: (profile: Profile) => Promise<Result<VoiceId, Refusal>>;
  readonly onIntroduced: (voice: VoiceId) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const [profile, setProfile] = useState(() => blankProfile(props.taken));
  const wish = useWish<Refusal>();
  const title = props.another
    ? t("arrive.addTitle")
    : props.meetingName === ""
      ? t("arrive.titleUnnamed")
      : t("arrive.title", { meeting: props.meetingName });

  const knock = async () => {
    const known = await wish.run(() => props.introduce(profileOf(profile, t("voice.nameless"))));
    if (known !== null) props.onIntroduced(known.value);
  };

  return (
    <main className="page">
      <header>
        <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
        <p>{t(props.another ? "arrive.addLead" : "arrive.lead")}</p>
      </header>
      <Form
        className="arrive__column"
        onSubmit={(event) => {
          event.preventDefault();
          void knock();
        }}
      >
        <ProfileFields value={profile} onChange={setProfile} />
        <div className="page__actions">
          <Button type="submit" weight="main">
            {t(props.another ? "arrive.add" : "arrive.knock")}
          </Button>
          <a className="button" href={props.backHref}>
            {t(props.another ? "arrive.back" : "arrive.leave")}
          </a>
        </div>
        <Notice>{props.another || props.connected ? null : t("arrive.notFound")}</Notice>
        <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      </Form>
    </main>
  );
}
