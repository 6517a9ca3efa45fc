import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { calledFor } from "../../shared/meeting/called.ts";
import type { Reader } from "../../shared/meeting/in-the-room.ts";
import type { MeetingState, Voice } from "../../shared/meeting/state.ts";
import { isThePerson } from "../../shared/meeting/kinds.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { voiceStyle } from "../ui/voice-colour.ts";
import { NamingForm } from "./NamingForm.tsx";
import type { ReaderWishes } from "./Readers.tsx";

/** One reader: how each voice is called for them, in the order in which they came. */
export function OneReader(props: {
  readonly reader: Reader;
  readonly state: Pick<MeetingState, "readers" | "voices">;
  readonly speaking: Voice | null;
  readonly heardHere: ReadonlySet<VoiceId>;
  /** What the person at the centre is called; empty where nobody has said. */
  readonly person: string;
  readonly wishes: ReaderWishes;
}) {
  const { t } = useTranslation();
  const { reader, state, speaking, wishes } = props;
  const { run, refused } = useWish<Refusal>();
  const voices = [...state.voices.values()].filter(
    ({ standing, profile }) => (standing === "admitted" || standing === "left") && isVoiceKind(profile.kind),
  );
  const title = `reader-${reader.id}`;
  return (
    <section className="reader" aria-labelledby={title}>
      <h2 id={title} dir="auto">
        {reader.name}
      </h2>
      <p className="soft">
        {t("readers.named", { name: state.voices.get(reader.by)?.profile.name ?? t("record.unknownVoice") })}
      </p>
      <Permitted {...props} run={run} />
      <ul className="reader__voices" aria-label={t("readers.called", { reader: reader.name })}>
        {voices.map((voice) => {
          const { id, profile, seated } = voice;
          const called = calledFor(state, reader.id, id);
          const wished = reader.called.has(id);
          return (
            <li key={id} style={voiceStyle(profile.colour)}>
              <span className="voice-name" dir="auto">
                {profile.name}
              </span>{" "}
              {wished && called !== null ? (
                <span dir="auto">
                  {t("readers.isCalled", {
                    called: called.relation === "" ? called.name : `${called.name}, ${called.relation}`,
                  })}
                </span>
              ) : (
                <span className="soft">{t("readers.asInRoom")}</span>
              )}
              {props.heardHere.has(id) ? (
                <InPlace label={t("readers.wish", { name: profile.name, reader: reader.name })}>
                  {(done) => (
                    <NamingForm
                      question={t("readers.wishQuestion", { name: profile.name, reader: reader.name })}
                      hint={seated ? t("readers.wishAloud", { name: profile.name }) : null}
                      called={wished && called !== null ? called : null}
                      wish={async (next) => {
                        // What was written stays where it could not be kept.
                        if ((await run(() => wishes.wishNaming(id, reader.id, next), id)) !== null) done();
                      }}
                      onDone={done}
                    />
                  )}
                </InPlace>
              ) : null}
            </li>
          );
        })}
      </ul>
      {speaking?.id === reader.by ? (
        <InPlace label={t("readers.takeBack", { reader: reader.name })}>
          {(done) => (
            <div role="group" aria-label={t("readers.takeBack", { reader: reader.name })} className="readers__form">
              <p className="soft">{t("readers.takeBackMeans", { reader: reader.name })}</p>
              <div className="page__actions">
                <Button onPress={() => void run(() => wishes.takeReaderBack(reader.id))}>
                  {t("readers.takeBackNow")}
                </Button>
                <Button weight="quiet" onPress={done}>
                  {t("readers.notNow")}
                </Button>
              </div>
            </div>
          )}
        </InPlace>
      ) : null}
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </section>
  );
}

/** Whether the person at the centre has said yes to a copy for this reader; where it is the person's turn, with the answer. */
function Permitted(props: {
  readonly reader: Reader;
  readonly speaking: Voice | null;
  readonly person: string;
  readonly wishes: ReaderWishes;
  readonly run: (wish: () => ReturnType<ReaderWishes["permitReader"]>) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { reader, speaking, wishes, run } = props;
  const { id, name, permitted } = reader;
  if (speaking !== null && isThePerson(speaking)) {
    const label = t(permitted ? "readers.notAnyMore" : "readers.mayHaveCopy");
    return (
      <div className="reader__yes">
        <p>{t(permitted ? "readers.youSaidYes" : "readers.needsYours", { reader: name })}</p>
        <Button
          aria-label={t("readers.about", { says: label, reader: name })}
          onPress={() => void run(() => wishes.permitReader(id, !permitted))}
        >
          {label}
        </Button>
      </div>
    );
  }
  const person = props.person === "" ? t("readers.thePerson") : props.person;
  return <p>{t(permitted ? "readers.saidYes" : "readers.needsYes", { reader: name, person })}</p>;
}
