import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Tick } from "../ui/Tick.tsx";
import { useWish } from "../ui/use-wish.ts";

/** With whom a page is shared. It begins with nobody: what is one's own goes out by choosing, not by forgetting to choose. */
export function SharePage(props: {
  readonly title: string;
  /** Those who can be given it alone: they have a device. */
  readonly receivers: readonly Voice[];
  readonly share: (to: "everyone" | readonly VoiceId[]) => Promise<Result<unknown, Refusal>>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [whom, setWhom] = useState<"everyone" | "some" | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<VoiceId>>(new Set());
  const [asked, setAsked] = useState(false);
  const wish = useWish<Refusal>();
  const nobody = whom === null || (whom === "some" && chosen.size === 0);
  const share = async () => {
    setAsked(true);
    if (nobody) return;
    const done = await wish.run(() => props.share(whom === "everyone" ? "everyone" : [...chosen]));
    if (done !== null) props.onDone();
  };
  const choose = (voice: VoiceId, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(voice);
    else next.delete(voice);
    setChosen(next);
  };
  return (
    <section aria-label={props.title} className="own-page__share">
      <Choices
        label={t("ownPages.withWhom")}
        value={whom}
        autoFocus
        choices={[
          { value: "everyone", label: t("ownPages.everyone") },
          { value: "some", label: t("ownPages.some") },
        ]}
        onChange={setWhom}
      />
      {whom === "some"
        ? props.receivers.map(({ id, profile }) => (
            <Tick key={id} isSelected={chosen.has(id)} onChange={(isChosen) => choose(id, isChosen)}>
              <span dir="auto">{profile.name}</span>
            </Tick>
          ))
        : null}
      <p className="soft">{t("ownPages.shareMeans")}</p>
      <div className="page__actions">
        <Button onPress={() => void share()}>{t("ownPages.shareNow")}</Button>
        <Button weight="quiet" onPress={props.onDone}>
          {t("decide.notNow")}
        </Button>
      </div>
      <Notice>{asked && nobody ? t("ownPages.nobodyChosen") : null}</Notice>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </section>
  );
}
