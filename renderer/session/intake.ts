import type { Bytes } from "../../shared/crypto/bytes.ts";
import { judge } from "../../shared/consent/judge.ts";
import { clientIdOf, type FeedHead } from "../../shared/feed/head.ts";
import type { FeedId, MeetingId } from "../../shared/feed/ids.ts";
import { Inbox } from "../../shared/feed/inbox.ts";
import type { Received } from "../../shared/feed/incoming-feed.ts";
import type { VerifiedEntry } from "../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { attempt, report } from "../../shared/report.ts";
import type { StoredEntry, Vault } from "../../shared/shell.ts";
import type { Believed } from "./believed.ts";
import type { Stop } from "./ledger.ts";

export interface IntakePorts {
  readonly meeting: MeetingId;
  readonly secrets: MeetingSecrets;
  readonly vault: Vault;
  /** Called with facts that are verified and judged, each feed in its order; saved here unless `onKept(false)` was called just before. */
  readonly onBelieved: (believed: readonly Believed[]) => void;
  readonly onStop: (stop: Stop) => void;
  /** The bytes of an entry as they may be kept: without their payload if that was let go of. */
  readonly keep?: (bytes: Bytes) => Bytes;
  /** Called when this device could not keep what came, and when it has kept it after all. */
  readonly onKept: (kept: boolean) => void;
}

/** How long to wait before asking a vault again that could not keep something. */
const RETRY_AFTER_MS = 2000;

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
  /** Believed entries that the vault could not keep so far. */
  #unkept: StoredEntry[] = [];
  #working: Promise<void> = Promise.resolve();
  #isTaking = false;
  #isKept = true;
  #isRetrying = false;
  #isClosed = false;

  constructor(ports: IntakePorts) {
    this.#ports = ports;
    this.#inbox = new Inbox(ports.secrets);
  }

  /** Takes what this device has kept. Resolves when all of it has been believed or refused. */
  async load(kept: readonly Bytes[]): Promise<void> {
    await this.#next(() => this.#take(kept, false));
  }

  /** Takes what came from another laptop. */
  arrive(bytes: readonly Bytes[]): void {
    for (const one of bytes) this.#arrived.push(one);
    if (this.#isTaking) return;
    this.#isTaking = true;
    void this.#next(() => this.#work());
  }

  /** Takes what could not be opened until this laptop was given another key. */
  reopen(): Promise<void> {
    return this.#next(async () => this.#weigh(await this.#inbox.reopen(), true));
  }

  /** Lets go of the payloads of entries that wait here and are not to be kept. */
  letGo(): void {
    const { keep } = this.#ports;
    if (keep !== undefined) this.#inbox.letGo(({ bytes }) => keep(bytes) !== bytes);
    this.#unkept = this.#unkept.map((entry) => ({ ...entry, bytes: keep?.(entry.bytes) ?? entry.bytes }));
  }

  /** Stops trying to keep what could not be kept. */
  close(): void {
    this.#isClosed = true;
  }

  /** Counts an entry of this laptop's own as seen. */
  wrote(head: FeedHead): void {
    this.#inbox.wrote(head);
  }

  async #work(): Promise<void> {
    try {
      while (this.#arrived.length > 0) await this.#take(this.#arrived.splice(0, MOST_AT_ONCE), true).catch(report);
    } finally {
      this.#isTaking = false;
    }
  }

  /** One thing after the other: the inbox takes no second call before the first is done. */
  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#working.then(work);
    this.#working = done.catch(() => undefined);
    return done;
  }

  async #take(bytes: readonly Bytes[], save: boolean): Promise<void> {
    const { keep } = this.#ports;
    await this.#weigh(await this.#inbox.receive(keep === undefined ? bytes : bytes.map(keep)), save);
  }

  async #weigh({ entries, broken }: Received, save: boolean): Promise<void> {
    for (const { feed, voice, fromSeq, reason } of broken) this.#stop({ feed, voice, fromSeq, reason });
    const judged = await Promise.all(entries.map((entry) => this.#judge(entry)));
    for (const one of judged) if ("reason" in one) this.#stop(one);
    const believed = judged.filter((one) => "fact" in one).filter(({ entry }) => this.#counts(entry));
    if (believed.length === 0) return;
    if (save) {
      this.#unkept.push(...believed.map(({ entry: { feed, seq, bytes: sealed } }) => ({ feed, seq, bytes: sealed })));
      await this.#keepAll();
    }
    attempt(() => this.#ports.onBelieved(believed));
  }

  /** Has the vault keep what it has not kept yet; where it cannot, it is asked again until it can. */
  async #keepAll(): Promise<void> {
    const waiting = this.#unkept;
    if (waiting.length === 0) return;
    const kept = await this.#ports.vault.append(this.#ports.meeting, waiting);
    if (kept.ok) this.#unkept = this.#unkept.slice(waiting.length);
    const isOtherThanBefore = kept.ok !== this.#isKept;
    this.#isKept = kept.ok;
    if (isOtherThanBefore) attempt(() => this.#ports.onKept(kept.ok));
    if (kept.ok || this.#isRetrying) return;
    this.#isRetrying = true;
    setTimeout(() => {
      this.#isRetrying = false;
      if (!this.#isClosed) void this.#next(() => this.#keepAll());
    }, RETRY_AFTER_MS);
  }

  async #judge(entry: VerifiedEntry): Promise<Believed | Stop> {
    const clientId = await this.#clientIdOf(entry);
    const fact = await judge(this.#ports.meeting, entry, clientId);
    const { feed, voice, seq, at, bytes } = entry;
    if (!fact.ok) return { feed, voice, fromSeq: seq, reason: fact.reason };
    return { fact: fact.value, voice, at, entry: { feed, seq, clientId, bytes } };
  }

  #counts({ feed, seq }: Believed["entry"]): boolean {
    return seq < (this.#stopped.get(feed) ?? Infinity);
  }

  /** Lets nothing of a feed count from there on: for faults that show only in what else is there. */
  stop(stop: Stop): void {
    this.#stop(stop);
  }

  #stop(stop: Stop): void {
    if (stop.fromSeq >= (this.#stopped.get(stop.feed) ?? Infinity)) return;
    this.#stopped.set(stop.feed, stop.fromSeq);
    attempt(() => this.#ports.onStop(stop));
  }

  #clientIdOf({ feed, publicKey, session }: VerifiedEntry): Promise<number> {
    const known = this.#clientIds.get(feed) ?? clientIdOf(this.#ports.secrets.meeting, publicKey, session);
    this.#clientIds.set(feed, known);
    return known;
  }
}
