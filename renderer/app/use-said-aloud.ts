import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { quoted, type Quoted } from "../../shared/consent/quoted.ts";
import type { Unwitnessed } from "../../shared/consent/spoken.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { plainText } from "../../shared/meeting/document.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { MeetingSession } from "../session/meeting-session.ts";

/**
 * Tells in one sentence what was said aloud: "Ellen wrote down that Jo says: “Text me when you go.”" Where it stands with what
 * it is about (`beside`), that is not said again.
 */
export type SaidAloud = (one: Unwitnessed, beside?: boolean) => string;

export function useSaidAloud(session: MeetingSession, state: MeetingState): SaidAloud {
  const { t } = useTranslation();
  return useCallback(
    ({ scribe, voice, says }, beside = false) => {
      const nameOf = (id: VoiceId) => state.voices.get(id)?.profile.name ?? t("record.unknownVoice");
      const wordsOf = (id: Parameters<MeetingSession["utteranceText"]>[0]) => plainText(session.utteranceText(id));
      const quote = quoted(says, { state, wordsOf });
      const words = inWords(t, beside && quote.as !== "task-let-go" ? { ...quote, about: "" } : quote);
      return t("aloud.wroteDown", { scribe: nameOf(scribe), name: nameOf(voice), says: words });
    },
    [session, state, t],
  );
}

function inWords(t: TFunction, { as, about, words, until }: Quoted): string {
  const sentence = [
    t(`aloud.says.${as}`),
    about === "" ? "" : t("aloud.about", { about }),
    until === "" ? "" : t("aloud.until", { until }),
    words === "" ? "" : t("aloud.quotes", { words }),
  ].join("");
  return /[.!?…”]$/u.test(sentence) ? sentence : `${sentence}.`;
}
