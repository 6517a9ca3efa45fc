import { base64urlnopad } from "@scure/base";
import { isEditLetGoOf } from "../../shared/consent/erasure.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { publicKeyOfDid } from "../../shared/crypto/did.ts";
import { labelOf, labelOfFeed, withoutPayload } from "../../shared/feed/entry.ts";
import type { DocName, FeedId, MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { PlacedEntry } from "../../shared/meeting/removal.ts";
import type { Vault } from "../../shared/shell.ts";
import type { Believed } from "./believed.ts";
import type { Ledger } from "./ledger.ts";

export interface LettingGoPorts {
  readonly meeting: MeetingId;
  readonly vault: Vault;
  readonly ledger: Ledger;
  /** Called when what is to be let go of has been dropped from this device's vault, or could not be yet. */
  readonly onSwept: (done: boolean) => void;
}

/** How long to wait before asking a vault again that could not let go of something. */
const RETRY_AFTER_MS = 2000;

/**
 * Drops payloads that the record has let go of, and refuses them when they come back. What is dropped follows from what is
 * true (`shared/consent/erasure.ts`); this is where it is carried out: an entry that comes, is put or lies in the vault
 * is kept as `keep` returns it.
 */
export class LettingGo {
  readonly #ports: LettingGoPorts;
  /** Statements whose text is let go of, by the label of their feed and their place. */
  readonly #statements = new Set<string>();
  /** Feeds whose entries have been met, by label: finding out their names takes longer than looking them up. */
  readonly #feeds = new Map<string, { readonly voice: VoiceId; readonly feed: FeedId }>();
  #isBehind = false;
  #isSweeping = false;
  #isStale = false;
  #isClosed = false;

  constructor(ports: LettingGoPorts) {
    this.#ports = ports;
  }

  /** Remembers whose feed it is: nothing of a feed nobody has met can be let go of. */
  meet(voice: VoiceId, feed: FeedId): void {
    this.#feeds.set(labelOfFeedId(voice, feed), { voice, feed });
  }

  /** Whether something was saved and sent here that had been let go of meanwhile, and was not swept since. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /**
   * Those that are not let go of already. Whatever else is among them was saved before it was known here whose it is, or while
   * it was being let go of: it is left out now, and `isBehind` until it is swept.
   */
  stillStanding(believed: readonly Believed[]): readonly Believed[] {
    const standing = believed.filter(({ fact, entry: { bytes } }) => {
      return fact.kind === "nothing-said" || this.keep(bytes) === bytes;
    });
    if (standing.length < believed.length) this.#isBehind = true;
    return standing;
  }

  /** From now on what this statement says is not kept. */
  dropStatement({ voice, feed, seq }: PlacedEntry): void {
    this.#statements.add(`${labelOfFeedId(voice, feed)}#${String(seq)}`);
  }

  /** The bytes of an entry as they may be kept; the same array where nothing is to be let go of. */
  readonly keep = (bytes: Bytes): Bytes => {
    const label = labelOf(bytes);
    if (label === null) return bytes;
    if (label.kind === "statement") {
      return this.#statements.has(`${label.feed}#${String(label.seq)}`) ? withoutPayload(bytes) : bytes;
    }
    const known = this.#feeds.get(label.feed);
    const { meeting: state } = this.#ports.ledger.state;
    // A feed that has not been met is none of a removed voice's, and none that anything was condensed in.
    const place = { voice: NOBODY, feed: NO_FEED, ...known, seq: label.seq };
    // A label's text is a document's name as it was signed; which names mean something is looked up, not believed.
    return isEditLetGoOf(state, label.doc as DocName, place) ? withoutPayload(bytes) : bytes;
  };

  /** Drops from the vault what is not to be kept any more. Goes on trying until the vault has done it. */
  sweep(): void {
    this.#isBehind = false;
    this.#isStale = true;
    if (!this.#isSweeping) void this.#work();
  }

  /** Stops trying. What is not dropped now is dropped when the meeting is next opened. */
  close(): void {
    this.#isClosed = true;
  }

  async #work(): Promise<void> {
    this.#isSweeping = true;
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      const done = await this.#sweepOnce();
      this.#ports.onSwept(done);
      if (done) continue;
      this.#isStale = true;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
    this.#isSweeping = false;
  }

  async #sweepOnce(): Promise<boolean> {
    const { meeting, vault } = this.#ports;
    const kept = await vault.read(meeting);
    if (!kept.ok) return false;
    const dropped = kept.value.entries
      .map((entry) => ({ ...entry, bytes: this.keep(entry.bytes) }))
      .filter(({ bytes }, index) => bytes !== kept.value.entries[index]?.bytes);
    return dropped.length === 0 || (await vault.replace(meeting, dropped)).ok;
  }
}

const NOBODY = "" as VoiceId; // the empty text is the name of no voice
const NO_FEED = "" as FeedId; // likewise

function labelOfFeedId(voice: VoiceId, feed: FeedId): string {
  const key = publicKeyOfDid(voice);
  const session = new Uint8Array(base64urlnopad.decode(feed.slice(voice.length + 1)));
  return key.ok ? labelOfFeed(key.value, session) : feed;
}
