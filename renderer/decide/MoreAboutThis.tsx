import { Disclosure, DisclosurePanel } from "react-aria-components/DisclosureGroup";
import { useTranslation } from "react-i18next";
import type { Decision } from "../../shared/meeting/decided.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Matters } from "./Matters.tsx";
import { Reword } from "./Reword.tsx";
import { ownVoiceIn, sayersIn, type Room } from "./room.ts";
import { TaskForm } from "./TaskForm.tsx";
import { Ways } from "./Ways.tsx";
import { WriteDown } from "./WriteDown.tsx";

/** How a decision came about and what else can be done with it: folded away until somebody wants to see it. */
export function MoreAboutThis({ room, decision }: { readonly room: Room; readonly decision: Decision }) {
  const { t } = useTranslation();
  const own = ownVoiceIn(room);
  const told = decision.ways.length > 0 || decision.matters.size > 0;
  if (!told && sayersIn(room).length === 0) return null;
  return (
    <Disclosure className="decision__more">
      <Button slot="trigger" weight="quiet">
        {t(told ? "decide.howWeCame" : "decide.more")}
      </Button>
      <DisclosurePanel className="decision__unfolded">
        <Ways room={room} decision={decision} />
        <section className="decision__part" aria-label={t("decide.matters")}>
          <h4>{t("decide.matters")}</h4>
          {decision.matters.size === 0 ? <p className="soft">{t("decide.noMatters")}</p> : null}
          <Matters room={room} decision={decision.id} way={null} matters={decision.matters} />
        </section>
        <Review room={room} decision={decision} />
        <div className="decision__acts">
          {sayersIn(room).length === 0 ? null : (
            <InPlace label={t("decide.takeOnAbout")}>
              {(done) => <TaskForm room={room} task={null} decision={decision.id} because={null} onDone={done} />}
            </InPlace>
          )}
          {own?.id === decision.wordedBy ? (
            <Reword
              text={decision.text}
              label={t("decide.reword")}
              maxLength={4000}
              stoodOn={decision.positions.size > 0}
              reword={(text) => room.wishes.rewordDecision(decision.id, text)}
            />
          ) : null}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** When it is looked at again: anyone may say so. */
function Review({ room, decision }: { readonly room: Room; readonly decision: Decision }) {
  const { t } = useTranslation();
  const { review } = decision;
  return (
    <section className="decision__part" aria-label={t("decide.review")}>
      <h4>{t("decide.review")}</h4>
      {review === "" ? <p className="soft">{t("decide.noReview")}</p> : <p dir="auto">{review}</p>}
      {ownVoiceIn(room) === null ? null : (
        <InPlace label={t(review === "" ? "decide.setReview" : "decide.changeReview")}>
          {(done) => (
            <WriteDown
              label={t("decide.review")}
              hint={t("decide.taskUntilHint")}
              initial={review}
              maxLength={120}
              long={false}
              keep={(on) => room.wishes.setReview(decision.id, on)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </section>
  );
}
