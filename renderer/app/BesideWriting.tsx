import { useCallback, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isBlank } from "../../shared/meeting/document.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { HandWriting } from "../record/HandWriting.tsx";
import { useUtteranceText } from "../record/use-utterance-text.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import type { Draft } from "../session/writing-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { OnePlace } from "../ui/OnePlace.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useWish } from "../ui/use-wish.ts";
import { focusComposerFromNowhere } from "./focus-composer.ts";

/**
 * What one can do with words that are not said yet, besides saying them: quiet, and beneath them. What comes and goes stands after
 * what decides whether others see the words, so that this never moves under a finger.
 */
export function BesideWriting(props: {
  readonly session: MeetingSession;
  readonly draft: Draft;
  /** Whose words are written down, where they are not the writer's own. */
  readonly writtenFor: Voice | null;
  /** Those who may be asked to go on writing for that voice. */
  readonly others: readonly Voice[];
  /** What one may begin with, as long as nothing is written. */
  readonly beginWith: ReactNode;
}) {
  const { t } = useTranslation();
  const { session, draft, writtenFor } = props;
  const { run, refused } = useWish<Refusal>();
  const [asked, setAsked] = useState<{ readonly name: string; readonly of: string } | null>(null);
  const empty = isBlank(useUtteranceText(session, draft.utterance));
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const canBringBack = useSyncExternalStore(subscribe, () => session.canBringBack());
  const goOn = (): void => {
    requestAnimationFrame(focusComposerFromNowhere);
  };
  return (
    <>
      <Toggle weight="quiet" isSelected={draft.isSeen} onChange={(wish) => void run(() => session.writeLive(wish), {})}>
        {t("speaking.asIWrite")}
      </Toggle>
      {writtenFor === null || props.others.length === 0 ? null : (
        <HandWriting
          name={writtenFor.profile.name}
          others={props.others}
          onHand={(to) => {
            const name = props.others.find(({ id }) => id === to)?.profile.name ?? "";
            void run(() => session.handScribing(writtenFor.id, to), to).then((done) => {
              if (done !== null) setAsked({ name, of: writtenFor.profile.name });
            });
          }}
        />
      )}
      <OnePlace names={[t("speaking.discard"), ...(props.beginWith === null ? [] : [t("prompts.button")])]}>
        {empty ? (
          props.beginWith
        ) : (
          <Button weight="quiet" onPress={() => void run(() => session.discardDraft(), draft.utterance).then(goOn)}>
            {t("speaking.discard")}
          </Button>
        )}
      </OnePlace>
      <OnePlace names={[t("speaking.bringBack")]}>
        {empty && canBringBack ? (
          <Button
            weight="quiet"
            onPress={() => {
              session.bringBackDraft();
              goOn();
            }}
          >
            {t("speaking.bringBack")}
          </Button>
        ) : null}
      </OnePlace>
      <Notice>
        {asked === null || asked.of !== writtenFor?.profile.name
          ? null
          : t("speaking.handedTo", { name: asked.name, speaker: asked.of })}
      </Notice>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </>
  );
}
