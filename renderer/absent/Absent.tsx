import { useTranslation } from "react-i18next";
import type { AbsentId } from "../../shared/feed/ids.ts";
import type { Absent as Missing } from "../../shared/meeting/in-the-room.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import type { TakingPartWishes } from "../session/taking-part-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { AbsentForm } from "./AbsentForm.tsx";
import "./absent.css";

type AbsentWishes = Pick<TakingPartWishes, "callAbsent" | "letAbsentGo" | "noteAbsent">;

/** Who is not here, said quietly: noted by anyone, named only by the person at the centre, and let go again. */
export function Absent(props: {
  readonly absent: ReadonlyMap<AbsentId, Missing>;
  /** The voice that speaks here, if it may say something. */
  readonly speaking: Voice | null;
  /** What the person at the centre is called. */
  readonly person: string;
  readonly wishes: AbsentWishes;
  /** Begins words that imagine them; null while other words are in the middle. */
  readonly imagine: ((absent: AbsentId) => void) | null;
}) {
  const { t } = useTranslation();
  const { speaking, wishes } = props;
  const { run, refused } = useWish<Refusal>();
  const isPerson = speaking?.profile.kind === "person";
  return (
    <section className="absent" aria-labelledby="absent-title">
      <h3 id="absent-title">{t("absent.title")}</h3>
      {props.absent.size === 0 ? <p className="soft">{t("absent.none")}</p> : null}
      <ul className="absent__list">
        {[...props.absent.values()].map(({ id, called, notedBy }) => {
          const shown = called === "" ? t("absent.notHere") : called;
          return (
            <li key={id}>
              <span dir="auto">{called === "" ? t("absent.unnamed") : called}</span>
              {speaking === null ? null : (
                <div className="absent__acts">
                  {props.imagine === null ? null : (
                    <Button
                      slot="close"
                      weight="quiet"
                      aria-label={t("absent.imagineOf", { called: shown })}
                      onPress={() => props.imagine?.(id)}
                    >
                      {t("absent.imagine")}
                    </Button>
                  )}
                  {isPerson && called === "" ? (
                    <InPlace label={t("absent.giveName")}>
                      {(done) => (
                        <AbsentForm
                          label={t("absent.giveNameTo")}
                          keep={(name) =>
                            name.trim() === "" ? Promise.resolve({}) : run(() => wishes.callAbsent(id, name), id)
                          }
                          onDone={done}
                        />
                      )}
                    </InPlace>
                  ) : null}
                  {isPerson || notedBy === speaking.id ? (
                    <InPlace label={t("absent.letGo")} name={t("absent.letGoName", { called: shown })}>
                      {(done) => (
                        <div role="group" aria-label={t("absent.letGoOf", { called: shown })} className="people__step">
                          <p className="soft">{t("absent.letGoMeans")}</p>
                          <Button onPress={() => void run(() => wishes.letAbsentGo(id), id)}>
                            {t("absent.letGoNow")}
                          </Button>
                          <Button weight="quiet" onPress={done}>
                            {t("absent.notNow")}
                          </Button>
                        </div>
                      )}
                    </InPlace>
                  ) : null}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {speaking !== null && props.imagine === null && props.absent.size > 0 ? (
        <p className="soft">{t("absent.later")}</p>
      ) : null}
      {speaking === null ? null : (
        <InPlace label={t("absent.note")}>
          {(done) =>
            isPerson ? (
              <AbsentForm label={t("absent.note")} keep={(name) => run(() => wishes.noteAbsent(name))} onDone={done} />
            ) : (
              <div role="group" aria-label={t("absent.note")} className="people__step">
                <p className="soft">
                  {t("absent.noteMeans")} {t("absent.noteMeansPerson", { person: props.person })}
                </p>
                <Button weight="main" onPress={() => void run(() => wishes.noteAbsent("")).then(done)}>
                  {t("absent.noteNow")}
                </Button>
                <Button weight="quiet" onPress={done}>
                  {t("absent.notNow")}
                </Button>
              </div>
            )
          }
        </InPlace>
      )}
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </section>
  );
}
