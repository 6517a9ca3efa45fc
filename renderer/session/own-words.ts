import { wellFormed } from "../../shared/consent/canonical.ts";
import { isFinal, isInAgreedRecord } from "../../shared/consent/final.ts";
import type { Sayable } from "../../shared/consent/spoken.ts";
import { mayWitness } from "../../shared/consent/witnesses.ts";
import { signConsent, signWithdrawal, signWitness } from "../../shared/consent/proof.ts";
import type { Digest, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { wordingsOf } from "../../shared/meeting/corrections.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { MeetingSession, Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";

type OwnWords = Pick<
  MeetingSession,
  | "confirmWords"
  | "consent"
  | "letIntoRecord"
  | "refuseWords"
  | "takeBack"
  | "withdraw"
  | "withdrawConsent"
  | "withhold"
  | "witness"
>;

/**
 * What a voice says of its own words and of a text: on its own device, by its own key; or aloud, where it has none, written
 * down by the voice that speaks now.
 */
export function ownWords(live: LiveMeeting, permission: Permission): OwnWords {
  /** The last answer that is being made. */
  let making: Promise<unknown> = Promise.resolve();
  return {
    confirmWords: (utterance) => saidOf(utterance, { kind: "words-confirmed", utterance }),
    refuseWords: (utterance) =>
      saidOfEach(wordingsOf(live.state.meeting.utterances, utterance), (one) => {
        return { kind: "words-refused", utterance: one };
      }),
    letIntoRecord(utterance, may) {
      const says = (one: UtteranceId): Sayable => ({ kind: "words-for-record", utterance: one, may });
      if (may) return saidOf(utterance, says(utterance));
      // How it was put before is kept out with it.
      const wordings = wordingsOf(live.state.meeting.utterances, utterance);
      if (wordings.some((one) => isInAgreedRecord(live.state.revisions, one))) return refused("agreed-already");
      return saidOfEach(wordings, says);
    },
    withdraw(utterance, trace) {
      const wordings = wordingsOf(live.state.meeting.utterances, utterance);
      if (wordings.some((one) => isInAgreedRecord(live.state.revisions, one))) return refused("agreed-already");
      // One trace is enough: it is seen that something was taken back, not how often it was put differently.
      return saidOfEach(wordings, (one) => {
        return { kind: "utterance-withdrawn", utterance: one, trace: trace && one === wordings.at(-1) };
      });
    },
    async witness({ feed, seq }) {
      const witness = permission.maySpeak();
      if (!witness.ok) return witness;
      const heard = live.state.unwitnessed.find((one) => one.feed === feed && one.seq === seq);
      if (heard?.says.kind !== "consent-given") return permission.declared(witness, { kind: "witnessed", feed, seq });
      const { scribe, says } = heard;
      if (!mayWitness(witness.value.id, says, live.state.revisions)) return no("not-of-this-text");
      const document = await signWitness({
        consent: says.document,
        scribe,
        witness: witness.value,
        witnessedAtMs: Date.now(),
      });
      return permission.declared(witness, { kind: "witnessed", feed, seq, document });
    },

    async consent(voice, digest) {
      const { meeting } = live.ports;
      const signer = signerOf(voice, digest);
      if (!signer.ok) return signer;
      const { scribe, privateKey } = signer.value;
      const givenAtMs = Date.now();
      return answered(voice, async () => {
        const document = await signConsent({ meeting, voice, ...scribe, digest, privateKey, givenAtMs });
        return { kind: "consent-given", digest, document };
      });
    },
    withhold: (voice, digest, words) =>
      answered(voice, () =>
        Promise.resolve({ kind: "consent-withheld", digest, words: wellFormed(words.trim()) } as const),
      ),
    takeBack: (voice, digest) =>
      answered(voice, () => Promise.resolve({ kind: "consent-taken-back", digest } as const)),

    async withdrawConsent(voice, digest) {
      const { meeting } = live.ports;
      const signer = signerOf(voice, digest);
      if (!signer.ok) return signer;
      const { scribe, privateKey } = signer.value;
      const document = await signWithdrawal({
        meeting,
        voice,
        ...scribe,
        digest,
        privateKey,
        withdrawnAtMs: Date.now(),
      });
      // From a text that is not agreed as far as is known here a yes is taken back, whatever is true where others are.
      const proposed = live.state.revisions.get(digest);
      return proposed !== undefined && isFinal(proposed)
        ? permission.said(voice, { kind: "consent-withdrawn", digest, document })
        : permission.said(voice, { kind: "consent-taken-back", digest });
    },
  };

  /**
   * Gives an answer by whoever has it to give at the call, whoever has the laptop a moment later. A yes takes longer to sign than
   * anything else takes to say: answers are given in the order in which they were asked for, and the last one holds.
   */
  async function answered(voice: VoiceId, make: () => Promise<Sayable>): Promise<Result<null, Refusal>> {
    const by = permission.statesFor(voice, "consent-given");
    if (!by.ok) return by;
    const made = making.then(make);
    making = made.catch(() => undefined);
    const says = await made;
    return permission.declared(by, permission.asStated(voice, says));
  }

  /**
   * Whose key signs for a voice: its own; or of whoever speaks now and writes it down, where it has no device. Only a voice of
   * the same text vouches for another's yes to it.
   */
  function signerOf(
    voice: VoiceId,
    digest: Digest,
  ): Result<{ readonly privateKey: CryptoKey; readonly scribe: { readonly scribe?: VoiceId } }, Refusal> {
    const signer = permission.statesFor(voice, "consent-given");
    if (!signer.ok) return signer;
    const { id, privateKey } = signer.value;
    const voices = live.state.revisions.get(digest)?.revision.voices;
    if (voices?.every((one) => one.id !== id) === true) return no("not-of-this-text");
    return ok({ privateKey, scribe: id === voice ? {} : { scribe: id } });
  }

  /** What was put differently goes with what was put differently of it. */
  async function saidOfEach(
    utterances: readonly UtteranceId[],
    says: (utterance: UtteranceId) => Sayable,
  ): Promise<Result<null, Refusal>> {
    const said = await Promise.all(utterances.map((one) => saidOf(one, says(one))));
    return said.find(({ ok }) => !ok) ?? { ok: true, value: null };
  }

  function saidOf(utterance: UtteranceId, says: Sayable): Promise<Result<null, Refusal>> {
    const voice = live.state.meeting.utterances.get(utterance)?.voice;
    return voice === undefined ? refused("nothing-written") : permission.said(voice, says);
  }
}

function refused(reason: Refusal): Promise<Result<null, Refusal>> {
  return Promise.resolve(no(reason));
}
