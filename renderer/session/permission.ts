import { isReadByOthers, type Statement } from "../../shared/consent/record.ts";
import type { Sayable } from "../../shared/consent/spoken.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { isKeeper } from "../../shared/meeting/keepers.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { LocalVoices } from "./local-voices.ts";
import type { Refusal } from "./meeting-session.ts";

/** What is its own to say though a voice has left: about its words, its name, and a text that they stand in. */
const ALSO_AFTER_LEAVING: ReadonlySet<Sayable["kind"]> = new Set<Sayable["kind"]>([
  "words-confirmed",
  "words-refused",
  "utterance-withdrawn",
  "words-for-record",
  "naming-wished",
  "consent-given",
  "consent-withheld",
  "consent-taken-back",
  "consent-withdrawn",
]);

/** A voice here that may let others in, if its keys are at hand: the one that speaks now if it may, else any other. */
export function keeperOf(voices: LocalVoices, state: MeetingState): LocalVoice | null {
  const candidates = [...(voices.speaker === null ? [] : [voices.speaker]), ...voices.all];
  const keeps = ({ id }: LocalVoice): boolean => {
    const voice = state.voices.get(id);
    return voice !== undefined && isKeeper(voice);
  };
  return candidates.find(keeps) ?? null;
}

/** Who of this laptop may do something now: read off the state, never remembered. */
export class Permission {
  readonly #live: LiveMeeting;

  constructor(live: LiveMeeting) {
    this.#live = live;
  }

  /** A voice here, if it was let in and takes part. */
  admitted(local: LocalVoice | null): Result<LocalVoice, Refusal> {
    if (local === null) return no("no-voice-here");
    return this.#standingOf(local.id) === "admitted" ? ok(local) : no("not-admitted");
  }

  /** A voice here that takes part, or has: whoever leaves may still speak for what is its own. */
  tookPart(local: LocalVoice | null): Result<LocalVoice, Refusal> {
    if (local === null) return no("no-voice-here");
    const standing = this.#standingOf(local.id);
    return standing === "admitted" || standing === "left" ? ok(local) : no("not-admitted");
  }

  /** The voice that speaks now, if it may say something: it was let in, nobody has paused, and nothing is off the record. */
  maySpeak(): Result<LocalVoice, Refusal> {
    const local = this.mayAct();
    return local.ok && this.#live.state.meeting.offTheRecord !== null ? no("off-the-record") : local;
  }

  /** The voice that speaks now, if it may do what captures no words: it was let in, and nobody has paused. */
  mayAct(): Result<LocalVoice, Refusal> {
    const local = this.admitted(this.#live.voices.speaker);
    return local.ok && this.#live.state.meeting.pause !== null ? no("paused") : local;
  }

  /** The voice that speaks now, if it may say something in words of its own: who is there for others' words has none. */
  maySayOwn(): Result<LocalVoice, Refusal> {
    return this.#ofAVoice(this.maySpeak());
  }

  /** The same while off the record: what is said then is captured nowhere. */
  maySayOff(): Result<LocalVoice, Refusal> {
    return this.#ofAVoice(this.mayAct());
  }

  #ofAVoice(local: Result<LocalVoice, Refusal>): Result<LocalVoice, Refusal> {
    if (!local.ok) return local;
    const part = this.#live.state.meeting.voices.get(local.value.id)?.profile.kind;
    return part === undefined || isVoiceKind(part) ? local : no("no-words-of-ones-own");
  }

  /** A voice here that may let others in: the one that speaks now if it may, else any other. */
  host(): Result<LocalVoice, Refusal> {
    const keeper = keeperOf(this.#live.voices, this.#live.state.meeting);
    return keeper === null ? no("not-admitted") : ok(keeper);
  }

  /**
   * What a voice says of what is its own: on its own device by its own key; or aloud, where it has none, written down by the
   * voice that speaks now, and then it counts once another voice has witnessed it.
   */
  said(voice: VoiceId, says: Sayable): Promise<Result<null, Refusal>> {
    return this.declared(this.statesFor(voice, says.kind), this.asStated(voice, says));
  }

  /** Who states what a voice says of what is its own: itself, or whoever speaks now and writes it down. */
  statesFor(voice: VoiceId, kind: Sayable["kind"]): Result<LocalVoice, Refusal> {
    if (this.isSeated(voice)) return this.admitted(this.#live.voices.speaker);
    const local = this.#live.voices.get(voice);
    if (local === null) return no("not-yours");
    return ALSO_AFTER_LEAVING.has(kind) ? this.tookPart(local) : this.admitted(local);
  }

  /** What a voice says of what is its own, as it is stated here. */
  asStated(voice: VoiceId, says: Sayable): Statement {
    return this.isSeated(voice) ? { kind: "spoken", voice, says } : says;
  }

  /** Whether a voice has no device, and says what it says aloud. */
  isSeated(voice: VoiceId): boolean {
    return this.#live.state.meeting.voices.get(voice)?.seated === true;
  }

  /** States something by a voice that may. What the others could not read is not stated: only this laptop would have it. */
  async declared(by: Result<LocalVoice, Refusal>, statement: Statement): Promise<Result<null, Refusal>> {
    if (!by.ok) return by;
    if (!isReadByOthers(statement)) return no("words-too-long");
    await this.#live.declare(by.value, statement);
    return ok(null);
  }

  #standingOf(voice: VoiceId) {
    return this.#live.state.meeting.voices.get(voice)?.standing;
  }
}
