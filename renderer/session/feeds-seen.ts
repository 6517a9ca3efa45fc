import type { FeedId, SessionId, VoiceId } from "../../shared/feed/ids.ts";
import type { Heads } from "../../shared/meeting/shapes.ts";
import type { CarriedEntry } from "../transport/carrier.ts";

interface Seen {
  readonly feed: FeedId;
  readonly clientId: number;
  /** How many of its entries are believed here: all with a lower `seq`. */
  readonly count: number;
}

/** How far each voice's feeds are known on this laptop, and whose each Yjs client id is. */
export class FeedsSeen {
  readonly #feeds = new Map<VoiceId, Map<FeedId, Seen>>();
  readonly #voices = new Map<number, VoiceId>();

  /** Takes note of a feed that a voice writes here. */
  meet(voice: VoiceId, clientId: number): void {
    this.#voices.set(clientId, voice);
  }

  /** Takes note of a believed entry. */
  see(voice: VoiceId, { feed, clientId, seq }: CarriedEntry): void {
    this.meet(voice, clientId);
    const feeds = this.#feeds.get(voice) ?? new Map<FeedId, Seen>();
    this.#feeds.set(voice, feeds);
    feeds.set(feed, { feed, clientId, count: Math.max(seq + 1, feeds.get(feed)?.count ?? 0) });
  }

  /** A voice's feeds, as far as they are known. */
  of(voice: VoiceId): readonly Seen[] {
    return [...(this.#feeds.get(voice)?.values() ?? [])];
  }

  /** How far a voice's sessions are known here, but for one feed that is left out. */
  headsOf(voice: VoiceId, except: FeedId | null = null): Heads {
    return this.of(voice)
      .filter(({ feed }) => feed !== except)
      .map(({ feed, count }) => ({
        // What follows the voice in a feed's name is its session.
        session: feed.slice(voice.length + 1) as SessionId,
        count,
      }));
  }

  /** Whose client id this is, or null. */
  readonly voiceOf = (clientId: number): VoiceId | null => this.#voices.get(clientId) ?? null;
}
