import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";

/**
 * For a laptop that was lost and for someone who leaves for good: whom it is about, then what it means, then the wish.
 * It stands apart from the names, so that nobody reads beside their own name that they could be removed.
 */
export function RemoveSomeone(props: {
  readonly voices: readonly Voice[];
  /** The voice that wishes it. Its own removal happens at once. */
  readonly speaking: VoiceId;
  readonly remove: (voice: VoiceId) => void;
}) {
  const { t } = useTranslation();
  return <InPlace label={t("removal.open")}>{(done) => <Steps {...props} onDone={done} />}</InPlace>;
}

function Steps(props: Parameters<typeof RemoveSomeone>[0] & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { voices, speaking } = props;
  const [chosen, setChosen] = useState<Voice | null>(null);
  const means = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The name that was pressed is gone: what it means is read before the wish is in reach.
    if (chosen !== null) means.current?.focus();
  }, [chosen]);
  const name = chosen?.profile.name ?? "";
  const own = chosen?.id === speaking;
  if (chosen === null) {
    return (
      <div role="group" aria-label={t("removal.open")} className="people__choosing">
        <p className="soft">{t("removal.whose")}</p>
        {voices.map((voice) => (
          <Button key={voice.id} weight="quiet" onPress={() => setChosen(voice)}>
            <Avatar profile={voice.profile} size="small" />
            {voice.profile.name}
          </Button>
        ))}
        <Button weight="quiet" onPress={props.onDone}>
          {t("decide.notNow")}
        </Button>
      </div>
    );
  }
  return (
    <div role="group" aria-label={t("removal.begin", { name })} className="people__step">
      <p ref={means} tabIndex={-1} className="soft">
        {t(own ? "removal.ownMeans" : "removal.means", { name })}
      </p>
      <Button
        onPress={() => {
          props.remove(chosen.id);
          props.onDone();
        }}
      >
        {t(own ? "removal.leave" : "removal.wish", { name })}
      </Button>
      <Button weight="quiet" onPress={props.onDone}>
        {t("decide.notNow")}
      </Button>
    </div>
  );
}
