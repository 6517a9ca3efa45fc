import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { PositionKind } from "../../shared/meeting/shapes.ts";
import type { Writers } from "./Said.tsx";
import { voiceStyle } from "./voice-colour.ts";

/** What was decided, told one sentence at a time: the same in the room and in a frozen text. */

/** A voice by its name, in its colour. */
export function VoiceName(props: { readonly voice: VoiceId; readonly writers: Writers }) {
  const { t } = useTranslation();
  const profile = props.writers.get(props.voice)?.profile;
  return (
    <bdi className="voice-name" style={voiceStyle(profile?.colour ?? "slate")}>
      {profile?.name ?? t("record.unknownVoice")}
    </bdi>
  );
}

/** "Layla agrees, with a reservation: “If I may ring at night.”" */
export function Stands(props: {
  readonly voice: VoiceId;
  readonly position: PositionKind;
  readonly words: string;
  readonly mayStand: boolean;
  readonly writers: Writers;
}) {
  const { t } = useTranslation();
  const aside = props.mayStand && props.position === "do-not-agree";
  return (
    <>
      <VoiceName voice={props.voice} writers={props.writers} />{" "}
      {aside ? t("decide.standsAside") : t(`decide.stands.${props.position}`)}
      {props.words === "" ? "." : ": "}
      {props.words === "" ? null : <q dir="auto">{props.words}</q>}
    </>
  );
}

/** "Ellen takes this on, until Thursday." */
export function TakesOn(props: {
  readonly voice: VoiceId;
  readonly what: string;
  readonly until: string;
  /** Whose reservation or wish it answers, where that does not stand right before it. */
  readonly because: VoiceId | null;
  readonly writers: Writers;
}) {
  const { t } = useTranslation();
  const { what, until, because, writers } = props;
  const answered = because === null ? undefined : writers.get(because)?.profile.name;
  return (
    <>
      <VoiceName voice={props.voice} writers={writers} /> {t(what === "" ? "decide.takesThisOn" : "decide.takesOn")}
      {answered === undefined ? null : `, ${t("decide.forVoice", { name: answered })}`}
      {what === "" ? null : ": "}
      {what === "" ? null : <q dir="auto">{what}</q>}
      {until === "" ? null : ", "}
      {until === "" ? null : <bdi>{t("decide.until", { until })}</bdi>}
      {what === "" || until !== "" ? "." : null}
    </>
  );
}

/** "Samira: “My head is quiet there.”" */
export function Says(props: { readonly voice: VoiceId; readonly words: string; readonly writers: Writers }) {
  return (
    <>
      <VoiceName voice={props.voice} writers={props.writers} />: <q dir="auto">{props.words}</q>
    </>
  );
}
