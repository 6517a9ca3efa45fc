import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Choices } from "../ui/Choices.tsx";

/** Whose words these are: of the voice that speaks, or of one that says them aloud. Nothing is asked where there is no choice. */
export function WhoSays(props: {
  readonly sayers: readonly Voice[];
  readonly chosen: Voice;
  readonly onChoose: (voice: VoiceId) => void;
}) {
  const { t } = useTranslation();
  const { sayers, chosen } = props;
  if (sayers.length < 2 && !chosen.seated) return null;
  return (
    <Choices
      label={t("decide.whoSays")}
      {...(chosen.seated ? { hint: t("decide.whoSaysHint", { names: chosen.profile.name }) } : {})}
      value={chosen.id}
      choices={sayers.map(({ id, seated, profile: { name } }) => ({
        value: id,
        label: seated ? t("decide.aloud", { name }) : name,
      }))}
      onChange={props.onChoose}
    />
  );
}
