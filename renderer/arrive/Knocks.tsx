import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { picturesOf } from "../../shared/door/pictures.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { DoorView } from "../session/door.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Pictures } from "../ui/Pictures.tsx";
import { useWish } from "../ui/use-wish.ts";
import "./arrive.css";

/** Who stands at the door, shown to those who may open it: a quiet line that can wait as long as it has to. */
export function Knocks(props: {
  readonly waiting: readonly Voice[];
  readonly admit: (voice: VoiceId) => Promise<Result<null, Refusal>>;
  /** Those who are on laptops that are not in the meeting yet. */
  readonly door: DoorView;
  readonly letIn: (knock: string) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const wish = useWish<Refusal>();
  const door = useRef<HTMLElement>(null);
  const all = [
    ...props.door.knocking.map(({ knock, profile, pictures }) => ({
      ...{ id: knock, profile, pictures: picturesOf(pictures) },
      letIn: () => props.letIn(knock),
    })),
    ...props.waiting.map(({ id, profile }) => ({ id, profile, pictures: [], letIn: () => props.admit(id) })),
  ];
  return (
    <section ref={door} tabIndex={-1} aria-label={t("knocks.label")} className={all.length === 0 ? "" : "knocks"}>
      <ul aria-live="polite" className="knocks__list">
        {all.map(({ id, profile, pictures, letIn }) => (
          <li key={id} className="knocks__one">
            <Avatar profile={profile} size="small" />
            <span>
              {t(profile.relation === "" ? "knocks.wantsIn" : "knocks.wantsInAs", {
                name: profile.name,
                relation: profile.relation,
              })}
            </span>
            {pictures.length === 0 ? null : (
              <div className="knocks__compare">
                <p>{t("knocks.compare", { name: profile.name })}</p>
                <Pictures pictures={pictures} />
              </div>
            )}
            <Button
              onPress={({ target }) =>
                void wish.run(letIn, id).then(() => {
                  // The button goes with whoever came in; whoever has gone on to the next one is not held up.
                  const active = document.activeElement;
                  if (active === target || active === document.body) door.current?.focus();
                })
              }
            >
              {t("knocks.letIn", { name: profile.name })}
            </Button>
          </li>
        ))}
      </ul>
      <Notice>{props.door.isCrowded ? t("knocks.crowded") : null}</Notice>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </section>
  );
}
