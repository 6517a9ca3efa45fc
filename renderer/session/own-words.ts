import { isInAgreedRecord } from "../../shared/consent/final.ts";
import type { Sayable } from "../../shared/consent/spoken.ts";
import { signConsent } from "../../shared/consent/proof.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { no, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { MeetingSession, Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";

type OwnWords = Pick<
  MeetingSession,
  "confirmWords" | "consent" | "refuseWords" | "takeBack" | "withdraw" | "withhold" | "witness"
>;

/**
 * What a voice says of its own words and of a text: on its own device, by its own key; or aloud, where it has none, written
 * down by the voice that speaks now.
 */
export function ownWords(live: LiveMeeting, permission: Permission): OwnWords {
  return {
    confirmWords: (utterance) => saidOf(utterance, { kind: "words-confirmed", utterance }),
    refuseWords: (utterance) => saidOf(utterance, { kind: "words-refused", utterance }),
    withdraw(utterance, trace) {
      if (isInAgreedRecord(live.state.revisions, utterance)) return refused("agreed-already");
      return saidOf(utterance, { kind: "utterance-withdrawn", utterance, trace });
    },
    witness: ({ feed, seq }) => permission.declared(permission.maySpeak(), { kind: "witnessed", feed, seq }),

    async consent(voice, digest) {
      const { meeting } = live.ports;
      const signer = isSeated(voice)
        ? permission.admitted(live.voices.speaker)
        : permission.admitted(live.voices.get(voice));
      if (!signer.ok) return signer;
      const { id, privateKey } = signer.value;
      const scribe = id === voice ? {} : { scribe: id };
      const document = await signConsent({ meeting, voice, ...scribe, digest, privateKey, givenAtMs: Date.now() });
      return said(voice, { kind: "consent-given", digest, document });
    },
    withhold: (voice, digest, words) => said(voice, { kind: "consent-withheld", digest, words: words.trim() }),
    takeBack: (voice, digest) => said(voice, { kind: "consent-taken-back", digest }),
  };

  function saidOf(utterance: UtteranceId, says: Sayable): Promise<Result<null, Refusal>> {
    const voice = live.state.meeting.utterances.get(utterance)?.voice;
    return voice === undefined ? refused("nothing-written") : said(voice, says);
  }

  function said(voice: VoiceId, says: Sayable): Promise<Result<null, Refusal>> {
    if (isSeated(voice))
      return permission.declared(permission.admitted(live.voices.speaker), { kind: "spoken", voice, says });
    const local = live.voices.get(voice);
    return local === null ? refused("not-yours") : permission.declared(permission.admitted(local), says);
  }

  function isSeated(voice: VoiceId): boolean {
    return live.state.meeting.voices.get(voice)?.seated === true;
  }
}

function refused(reason: Refusal): Promise<Result<null, Refusal>> {
  return Promise.resolve(no(reason));
}
