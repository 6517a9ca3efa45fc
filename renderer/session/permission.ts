import type { Statement } from "../../shared/consent/record.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Refusal } from "./meeting-session.ts";

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

  /** The voice that speaks now, if it may say something: it was let in, and nobody has paused. */
  maySpeak(): Result<LocalVoice, Refusal> {
    const local = this.admitted(this.#live.voices.speaker);
    return local.ok && this.#live.state.meeting.pause !== null ? no("paused") : local;
  }

  /** A voice here that may let others in: the one that speaks now if it may, else any other. */
  host(): Result<LocalVoice, Refusal> {
    const { localVoices, speakingAs } = this.#live.picture.view();
    const candidates = [...(speakingAs === null ? [] : [speakingAs]), ...localVoices];
    const host = candidates.find((id) => {
      const voice = this.#live.state.meeting.voices.get(id);
      return voice?.standing === "admitted" && (voice.hosting || voice.profile.kind === "person");
    });
    const local = host === undefined ? null : this.#live.voices.get(host);
    return local === null ? no("not-admitted") : ok(local);
  }

  /** States something by a voice that may. */
  async declared(by: Result<LocalVoice, Refusal>, statement: Statement): Promise<Result<null, Refusal>> {
    if (!by.ok) return by;
    await this.#live.declare(by.value, statement);
    return ok(null);
  }

  #standingOf(voice: VoiceId) {
    return this.#live.state.meeting.voices.get(voice)?.standing;
  }
}
