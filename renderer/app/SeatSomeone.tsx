import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Colour, Profile } from "../../shared/meeting/shapes.ts";
import { ProfileFields } from "../arrive/ProfileFields.tsx";
import { blankProfile, profileOf } from "../arrive/profile-draft.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";

/** Lets in someone who has no device: others write down what they say. */
export function SeatSomeone(props: {
  readonly taken: ReadonlySet<Colour>;
  /** Resolves to null where they could not be let in. */
  readonly seat: (profile: Profile) => Promise<object | null>;
}) {
  const { t } = useTranslation();
  return <InPlace label={t("meeting.seat")}>{(done) => <SeatForm {...props} onDone={done} />}</InPlace>;
}

function SeatForm(props: Parameters<typeof SeatSomeone>[0] & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => blankProfile(props.taken));
  return (
    <div role="group" aria-label={t("meeting.seat")} className="people__step">
      <p className="soft">{t("meeting.seatMeans")}</p>
      <ProfileFields asksKind value={draft} onChange={setDraft} />
      <Button
        weight="main"
        onPress={() => {
          void props.seat(profileOf(draft, t("voice.nameless"))).then((seated) => {
            if (seated !== null) props.onDone();
          });
        }}
      >
        {t("meeting.seatThem")}
      </Button>
      <Button weight="quiet" onPress={props.onDone}>
        {t("decide.notNow")}
      </Button>
    </div>
  );
}
