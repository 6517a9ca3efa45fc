import { base64urlnopad } from "@scure/base";
import { randomBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { openSealedTo, sealTo, type ReceivingKeys } from "../../shared/crypto/sealed-to.ts";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { keyInUse, nameOfKey, purposeOfGiving, receivers } from "../../shared/meeting/key-giving.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { MeetingStatement } from "../../shared/meeting/statements.ts";

interface Held {
  readonly raw: Bytes;
  readonly key: CryptoKey;
}

/** A voice on this laptop that keys can be sealed to. */
export interface Receiver {
  readonly id: VoiceId;
  readonly receiving: ReceivingKeys;
}

/** A key that a voice here was given and cannot open. */
interface Refusal {
  readonly voice: VoiceId;
  readonly key: string;
  readonly by: VoiceId;
}

/** The keys of one meeting that this laptop holds: the first, and those it was given later. */
export class MeetingKeys implements MeetingSecrets {
  readonly meeting: Bytes;
  /** Derived from the meeting's secret: whoever was let in holds it. */
  readonly first: CryptoKey;
  readonly #id: MeetingId;
  readonly #held = new Map<string, Held>();
  /** What was given and does not open, by what was given: it is tried once. */
  readonly #unopened = new Map<string, Refusal>();
  #inUse: string | null = null;

  constructor(id: MeetingId, { meeting, key }: MeetingSecrets) {
    this.#id = id;
    this.meeting = meeting;
    this.first = key;
  }

  get key(): CryptoKey {
    return (this.#inUse === null ? undefined : this.#held.get(this.#inUse)?.key) ?? this.first;
  }

  get otherKeys(): readonly CryptoKey[] {
    return [...[...this.#held.values()].map(({ key }) => key).reverse(), this.first].filter((key) => key !== this.key);
  }

  /** Takes the keys that were given to these voices, and chooses the one to use. True: there are new ones. */
  async take(state: MeetingState, voices: readonly Receiver[]): Promise<boolean> {
    let grew = false;
    for (const { key: name, by, to } of state.keys) {
      for (const { id, receiving } of voices) {
        const sealed = to.get(id);
        const given = `${name} ${by} ${id} ${sealed ?? ""}`;
        if (sealed === undefined || this.#held.has(name) || this.#unopened.has(given)) continue;
        const bytes = new Uint8Array(base64urlnopad.decode(sealed));
        const raw = await openSealedTo(receiving, purposeOfGiving(this.#id, name), bytes);
        if (raw.ok && raw.value.length === 32 && (await nameOfKey(raw.value)) === name) {
          await this.#hold(name, raw.value);
          grew = true;
        } else {
          this.#unopened.set(given, { voice: id, key: name, by });
        }
      }
    }
    this.#inUse = keyInUse(state, new Set(this.#held.keys()));
    return grew;
  }

  /** The first thing given to this voice that does not open, and that it has not said so of. */
  refusalOf(state: MeetingState, voice: VoiceId): MeetingStatement | null {
    for (const { voice: to, key, by } of this.#unopened.values()) {
      const isSaid = state.keys.some((one) => one.key === key && one.by === by && one.refusedBy.has(voice));
      if (to === voice && !isSaid && !this.#held.has(key)) return { kind: "meeting-key-refused", key, by };
    }
    return null;
  }

  /** A new key, or the held one of this name, sealed to each of these voices. Null: it is not held here. */
  async give(state: MeetingState, name: string | null, to: readonly VoiceId[]): Promise<MeetingStatement | null> {
    const raw = name === null ? randomBytes(32) : this.#held.get(name)?.raw;
    if (raw === undefined) return null;
    const key = name ?? (await nameOfKey(raw));
    const given = receivers(state).filter(({ id }) => to.includes(id));
    const sealed = await Promise.all(
      given.map(async ({ id, sealTo: publicKey }) => {
        const receiver = new Uint8Array(base64urlnopad.decode(publicKey));
        // A voice that has published what is no key can be given none; the others are not to wait for it.
        const bytes = await sealTo(receiver, purposeOfGiving(this.#id, key), raw).catch(() => new Uint8Array(0));
        return { voice: id, sealed: base64urlnopad.encode(bytes) };
      }),
    );
    return { kind: "meeting-key-given", key, to: sealed };
  }

  async #hold(name: string, raw: Bytes): Promise<void> {
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    this.#held.set(name, { raw, key });
  }
}
