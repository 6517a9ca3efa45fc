import { base64urlnopad } from "@scure/base";
import type { Statement } from "../../shared/consent/record.ts";
import { keyDutyOf } from "../../shared/meeting/key-giving.ts";
import { SUMMARY_DOC } from "../../shared/meeting/owned-id.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { FeedsSeen } from "./feeds-seen.ts";
import type { Ledger } from "./ledger.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { MeetingKeys } from "./meeting-keys.ts";
import type { Summary } from "./summary-desk.ts";

export interface DutiesPorts {
  readonly keys: MeetingKeys;
  readonly summary: Summary;
  readonly feeds: FeedsSeen;
  readonly ledger: Ledger;
  readonly voices: () => readonly LocalVoice[];
  readonly here: () => ReadonlySet<VoiceId>;
  /** Whether everything written here is saved and believed. */
  readonly isIdle: () => boolean;
  readonly declare: (voice: LocalVoice, statement: Statement) => Promise<void>;
}

/**
 * What this laptop does for its voices without being told to: it gives keys to those who lack them, and says what still
 * stands of its voices' words when someone wishes that what was crossed out be forgotten.
 */
export class Duties {
  readonly #ports: DutiesPorts;
  #isBusy = false;
  #isAsked = false;

  constructor(ports: DutiesPorts) {
    this.#ports = ports;
  }

  /** Does what is to be done now, if anything. To be called whenever something may have changed. */
  async attend(): Promise<void> {
    this.#isAsked = true;
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      // What changes while something is being done may ask for more, and nobody will call again for it.
      while (this.#isAsked) {
        this.#isAsked = false;
        await this.#attendOnce();
      }
    } finally {
      this.#isBusy = false;
    }
  }

  async #attendOnce(): Promise<void> {
    for (const voice of this.#ports.voices()) {
      const standing = this.#state.voices.get(voice.id)?.standing;
      if (standing === "admitted" || standing === "left") await this.#refuseKeys(voice);
      if (standing !== "admitted") continue;
      await this.#giveKeys(voice);
      await this.#forget(voice);
    }
  }

  get #state() {
    return this.#ports.ledger.state.meeting;
  }

  /** Says of what a voice was given that it is no key, so that somebody else gives it one. */
  async #refuseKeys(voice: LocalVoice): Promise<void> {
    const refusal = this.#ports.keys.refusalOf(this.#state, voice.id);
    if (refusal !== null) await this.#ports.declare(voice, refusal);
  }

  async #giveKeys(voice: LocalVoice): Promise<void> {
    const { keys, here, declare } = this.#ports;
    const duty = keyDutyOf(this.#state, voice.id, here());
    if (duty === null) return;
    const given = await keys.give(this.#state, duty.kind === "renew" ? null : duty.key, duty.to);
    if (given !== null) await declare(voice, given);
  }

  /** Answers the last wish to forget, once nothing written here is on its way any more. */
  async #forget(voice: LocalVoice): Promise<void> {
    const { summary, feeds, isIdle, declare } = this.#ports;
    const { asked, answered } = this.#state.forgetting;
    if (asked === null || answered.has(voice.id) || !isIdle() || !summary.hasEditsOf(voice.id)) return;
    const clientIds = new Set([voice.own.clientId, ...feeds.of(voice.id).map(({ clientId }) => clientId)]);
    await declare(voice, {
      kind: "words-condensed",
      doc: SUMMARY_DOC,
      others: feeds.headsOf(voice.id, voice.own.head.feed),
      update: base64urlnopad.encode(summary.standing(clientIds)),
      asked: { feed: asked.feed, seq: asked.seq },
    });
  }
}
