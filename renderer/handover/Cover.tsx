import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";
import { GivePin } from "./GivePin.tsx";
import "./handover.css";

/** Lies over everything while nobody has the laptop: first whose hands it is in, then that voice's PIN, where it has one. */
export function Cover(props: {
  readonly meetingName: string;
  readonly voices: readonly Voice[];
  readonly locked: ReadonlySet<VoiceId>;
  /** For whom the laptop was handed over, where that was said. */
  readonly to: VoiceId | null;
  readonly onTake: (voice: VoiceId) => void;
  readonly unlock: (voice: VoiceId, pin: string) => Promise<Result<null, Refusal | VaultFailure>>;
  readonly anotherHref: string;
}) {
  const { t } = useTranslation();
  const { voices, locked } = props;
  const [only, ...more] = voices;
  // Where there is but one, it is not asked whose hands it is in.
  const [chosen, setChosen] = useState(props.to ?? (more.length === 0 ? (only?.id ?? null) : null));
  const voice = voices.find(({ id }) => id === chosen);
  const title = t("handover.title");

  return (
    <section className="handover" aria-label={title}>
      <div className="handover__words">
        {voice === undefined ? (
          <>
            <Title page={`${title} · ${props.meetingName}`}>{title}</Title>
            <p>{t("handover.lead")}</p>
            <p id="whose-hands">{t("handover.whose")}</p>
            <ul className="handover__voices" aria-labelledby="whose-hands">
              {voices.map(({ id, profile, standing }) => (
                <li key={id}>
                  <Button onPress={() => (locked.has(id) ? setChosen(id) : props.onTake(id))}>
                    <Avatar profile={profile} away={standing !== "admitted"} />
                    <span dir="auto">
                      {standing === "waiting" ? t("handover.waiting", { name: profile.name }) : profile.name}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
            <a className="button button--quiet" href={props.anotherHref}>
              {t("pin.newVoice")}
            </a>
          </>
        ) : (
          <ForOne
            key={voice.id}
            voice={voice}
            locked={locked.has(voice.id)}
            passed={more.length > 0}
            meetingName={props.meetingName}
            onTake={() => props.onTake(voice.id)}
            unlock={(pin) => props.unlock(voice.id, pin)}
            onSomeoneElse={() => setChosen(null)}
          />
        )}
      </div>
    </section>
  );
}

function ForOne(props: {
  readonly voice: Voice;
  readonly locked: boolean;
  /** Whether the laptop may be in another's hands. */
  readonly passed: boolean;
  readonly meetingName: string;
  readonly onTake: () => void;
  readonly unlock: (pin: string) => Promise<Result<null, Refusal | VaultFailure>>;
  readonly onSomeoneElse: () => void;
}) {
  const { t } = useTranslation();
  const { profile } = props.voice;
  const [forgotten, setForgotten] = useState(false);
  const title = t("handover.to", { name: profile.name });
  return (
    <>
      <Avatar profile={profile} size="large" />
      <Title page={`${title} · ${props.meetingName}`} stays={props.locked}>
        {title}
      </Title>
      {props.passed ? <p>{t("handover.toLead", { name: profile.name })}</p> : null}
      <p>{t("handover.lead")}</p>
      {props.locked ? (
        <GivePin name={profile.name} unlock={props.unlock} />
      ) : (
        <Button weight="main" onPress={props.onTake}>
          {t("handover.there", { name: profile.name })}
        </Button>
      )}
      <div className="handover__otherwise">
        <Button weight="quiet" onPress={props.onSomeoneElse}>
          {t("handover.someoneElse")}
        </Button>
        {props.locked ? (
          <Button weight="quiet" aria-expanded={forgotten} onPress={() => setForgotten(!forgotten)}>
            {t("pin.forgotten")}
          </Button>
        ) : null}
      </div>
      {forgotten ? <p className="soft">{t("pin.nobodyCan", { name: profile.name })}</p> : null}
    </>
  );
}
