import { useTranslation } from "react-i18next";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { TakesOn } from "../ui/DecidedSentences.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { LineForm, type Asked, type Line } from "./LineForm.tsx";

/**
 * What voices have taken on, each to be made a line of by hand: the name and until when are offered, what they take on is their
 * own words and stays where it is.
 */
export function TakenOn(props: {
  readonly state: Pick<MeetingState, "tasks" | "voices">;
  readonly asked: Asked;
  readonly note: (line: Line | null) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const { state, asked, note } = props;
  const tasks = [...state.tasks.values()].sort((a, b) => a.at - b.at);
  if (tasks.length === 0) return null;
  return (
    <section className="arrangements__part" aria-labelledby="taken-on">
      <h2 id="taken-on">{t("card.tasks")}</h2>
      <p className="soft">{t("card.tasksLead")}</p>
      <ul className="arrangements__lines">
        {tasks.map(({ id, voice, what, until, because }) => {
          const name = state.voices.get(voice)?.profile.name ?? t("record.unknownVoice");
          return (
            <li key={id}>
              <span>
                <TakesOn voice={voice} what={what} until={until} because={because} writers={state.voices} />
              </span>
              <InPlace label={t("card.takeOver")} name={t("card.takeOverOf", { name })}>
                {(done) => (
                  <LineForm
                    label={t("card.takeOverOf", { name })}
                    asked={asked}
                    begins={{ who: name, said: until }}
                    note={note}
                    canTakeOut={false}
                    onDone={done}
                  />
                )}
              </InPlace>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
