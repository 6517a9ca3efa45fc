import type { Bytes } from "../../shared/crypto/bytes.ts";
import { judge } from "../../shared/consent/judge.ts";
import { clientIdOf, type FeedHead } from "../../shared/feed/head.ts";
import type { FeedId, MeetingId } from "../../shared/feed/ids.ts";
import { Inbox } from "../../shared/feed/inbox.ts";
import type { VerifiedEntry } from "../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import type { Vault } from "../../shared/shell.ts";
import type { Believed } from "./believed.ts";
import type { Stop } from "./ledger.ts";

export interface IntakePorts {
  readonly meeting: MeetingId;
  readonly secrets: MeetingSecrets;
  readonly vault: Vault;
  /** Called with facts that are verified and judged, each feed in its order; saved here unless `onNotKept` was called just before. */
  readonly onBelieved: (believed: readonly Believed[]) => void;
  readonly onStop: (stop: Stop) => void;
  /** Called when this device could not keep what came; it is asked for again when the meeting is next opened. */
  readonly onNotKept: () => void;
}

/** How many byte strings are worked through at once: a flood delays what comes after it by slices, not as a whole. */
const MOST_AT_ONCE = 16_384;

/**
 * The one way in: bytes from the wire or the vault are verified, judged, saved and only then believed. Batches are
 * worked through one after the other; whatever comes meanwhile waits and is taken together.
 */
export class Intake {
  readonly #ports: IntakePorts;
  readonly #inbox: Inbox;
  readonly #clientIds = new Map<FeedId, Promise<number>>();
  /** From which entry on a feed does not count. */
  readonly #stopped = new Map<FeedId, number>();
  readonly #arrived: Bytes[] = [];
  #working: Promise<void> | null = null;

  constructor(ports: IntakePorts) {
    this.#ports = ports;
    this.#inbox = new Inbox(ports.secrets);
  }

  /** Takes what this device has kept. Resolves when all of it has been believed or refused. */
  async load(kept: readonly Bytes[]): Promise<void> {
    await this.#take(kept, false);
  }

  /** Takes what came from another laptop. */
  arrive(bytes: readonly Bytes[]): void {
    for (const one of bytes) this.#arrived.push(one);
    this.#working ??= this.#work();
  }

  /** Counts an entry of this laptop's own as seen. */
  wrote(head: FeedHead): void {
    this.#inbox.wrote(head);
  }

  async #work(): Promise<void> {
    try {
      while (this.#arrived.length > 0) await this.#take(this.#arrived.splice(0, MOST_AT_ONCE), true);
    } finally {
      this.#working = null;
    }
  }

  async #take(bytes: readonly Bytes[], save: boolean): Promise<void> {
    const { entries, broken } = await this.#inbox.receive(bytes);
    for (const { feed, voice, fromSeq, reason } of broken) this.#stop({ feed, voice, fromSeq, reason });
    const judged = await Promise.all(entries.map((entry) => this.#judge(entry)));
    for (const one of judged) if ("reason" in one) this.#stop(one);
    const believed = judged.filter((one) => "fact" in one).filter(({ entry }) => this.#counts(entry));
    if (believed.length === 0) return;
    if (save) {
      const kept = await this.#ports.vault.append(
        this.#ports.meeting,
        believed.map(({ entry }) => ({ feed: entry.feed, seq: entry.seq, bytes: entry.bytes })),
      );
      if (!kept.ok) this.#ports.onNotKept();
    }
    this.#ports.onBelieved(believed);
  }

  async #judge(entry: VerifiedEntry): Promise<Believed | Stop> {
    const clientId = await this.#clientIdOf(entry);
    const fact = await judge(this.#ports.meeting, entry, clientId);
    const { feed, voice, seq, at, bytes } = entry;
    if (!fact.ok) return { feed, voice, fromSeq: seq, reason: fact.reason };
    return { fact: fact.value, at, entry: { feed, seq, clientId, bytes } };
  }

  #counts({ feed, seq }: Believed["entry"]): boolean {
    return seq < (this.#stopped.get(feed) ?? Infinity);
  }

  #stop(stop: Stop): void {
    if (stop.fromSeq >= (this.#stopped.get(stop.feed) ?? Infinity)) return;
    this.#stopped.set(stop.feed, stop.fromSeq);
    this.#ports.onStop(stop);
  }

  #clientIdOf({ feed, publicKey, session }: VerifiedEntry): Promise<number> {
    const known = this.#clientIds.get(feed) ?? clientIdOf(this.#ports.secrets.meeting, publicKey, session);
    this.#clientIds.set(feed, known);
    return known;
  }
}
