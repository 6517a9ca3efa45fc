import type { TFunction } from "i18next";
import type { Fault, Verification } from "../../shared/export/verify-outcome.ts";
import { namesOf } from "../../shared/export/voice-names.ts";

/** What a fault is of in one piece, as its part is called. */
const WHOLE = [
  "copy",
  "decisions",
  "file",
  "head",
  "maker",
  "next-meeting",
  "root",
  "seal",
  "summary",
  "tasks",
  "voices",
  "wishes",
  "words",
  "consents",
] as const;

/** What is wrong with a file, and where, in one sentence for whoever holds it. */
export function faultSentence(t: TFunction, { part, why }: Fault, verification: Verification): string {
  return t("check.fault", { where: whereOf(t, part, verification), why: t(`check.why.${why}`) });
}

function whereOf(t: TFunction, part: string, { copy }: Verification): string {
  const { voices = [], utterances = [] } = copy ?? {};
  const whole = WHOLE.find((one) => one === part);
  if (whole !== undefined) return t(`check.where.${whole}`);
  const [of = "", place = ""] = part.split("/");
  const number = Number(place);
  switch (of) {
    case "superseded-by":
      return t("check.where.later");
    case "decisions":
      return t("check.where.decision", { number });
    case "words": {
      const said = utterances[number - 1];
      const name = said === undefined ? undefined : namesOf(voices).get(said.voice);
      return name === undefined ? t("check.where.word", { number }) : t("check.where.wordBy", { number, name });
    }
    case "consents": {
      // The root says whose yes stands there, and the copy has its voices in the same order; the yes itself may be another's.
      const voice = voices[number - 1];
      const name = voice === undefined ? undefined : namesOf(voices).get(voice.id);
      return name === undefined ? t("check.where.consents") : t("check.where.consent", { name });
    }
    case "witnesses":
      return t("check.where.witness", { number });
    case "withdrawals":
      return t("check.where.withdrawal", { number });
    default:
      return t("check.where.other");
  }
}
