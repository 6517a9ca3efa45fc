import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { absentCalled } from "../../shared/meeting/called.ts";
import type { Utterance } from "../../shared/meeting/state.ts";
import { plainTextOf } from "../ui/Said.tsx";
import type { RecordProps } from "./Record.tsx";

/** More than this at once is a record arriving, not someone speaking. */
const READ_OUT_AT_ONCE = 2;

const NOTHING = { of: [], words: "" };

function stands(utterance: Utterance | undefined): boolean {
  return utterance !== undefined && !utterance.withdrawn;
}

/** Says to a screen reader what the others have said, once each, when they have finished saying it. */
export function Heard(
  props: Pick<RecordProps, "absent" | "localVoices" | "order" | "session" | "utterances" | "voices">,
) {
  const { t } = useTranslation();
  const { session, order, utterances, voices, absent, localVoices } = props;
  const known = useRef<Set<UtteranceId> | null>(null);
  const [heard, setHeard] = useState<{ readonly of: readonly UtteranceId[]; readonly words: string }>(NOTHING);

  // Words that are taken back are not left standing where only a screen reader finds them.
  if (!heard.of.every((id) => stands(utterances.get(id)))) setHeard(NOTHING);

  useEffect(() => {
    const said = order.filter((id) => utterances.get(id)?.said === true);
    const before = known.current;
    known.current = new Set(said);
    if (before === null) return;
    const fresh = said.flatMap((id) => {
      const utterance = before.has(id) ? undefined : utterances.get(id);
      // What is heard is what others wrote, also where they wrote it down for a voice of this laptop.
      return utterance === undefined || localVoices.includes(utterance.scribe ?? utterance.voice) ? [] : [utterance];
    });
    if (fresh.length === 0) return;
    if (fresh.length > READ_OUT_AT_ONCE) {
      // A whole record that has just come is not read out, so none of its words are looked up.
      setHeard({ of: [], words: t("record.heardMore") });
      return;
    }
    const nameOf = (voice: VoiceId) => voices.get(voice)?.profile.name ?? t("record.unknownVoice");
    const sentences = fresh.map(({ id, voice, scribe, imagines }) => {
      const called = imagines === null ? "" : (absentCalled(absent, imagines) ?? t("absent.notHere"));
      const name = called === "" ? nameOf(voice) : t("absent.utterance", { name: nameOf(voice), called });
      const said = { name, words: plainTextOf(session.utteranceText(id)) };
      return scribe === null
        ? t("record.heard", said)
        : t("record.heardWrittenDown", { ...said, scribe: nameOf(scribe) });
    });
    setHeard({ of: fresh.map(({ id }) => id), words: sentences.join(" ") });
  }, [session, order, utterances, voices, absent, localVoices, t]);

  return (
    <div className="unseen" role="status">
      {heard.words}
    </div>
  );
}
