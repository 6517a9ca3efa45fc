import { foldRecord, type RecordState, type Statement } from "../../shared/consent/record.ts";
import type { FeedId, MeetingId } from "../../shared/feed/ids.ts";
import type { Stated } from "../../shared/meeting/stated.ts";

/** Every statement this laptop believes, and the state they fold to. */
export class Ledger {
  readonly #meeting: MeetingId;
  #statements: Stated<Statement>[] = [];
  #state: RecordState | null = null;

  constructor(meeting: MeetingId) {
    this.#meeting = meeting;
  }

  add(stated: Stated<Statement>): void {
    this.#statements.push(stated);
    this.#state = null;
  }

  /** Lets go of what a feed said from `fromSeq` on, because it broke a rule there. */
  dropFrom(feed: FeedId, fromSeq: number): void {
    this.#statements = this.#statements.filter((one) => one.feed !== feed || one.seq < fromSeq);
    this.#state = null;
  }

  /** What is true now; the same object until something is added or dropped. */
  get state(): RecordState {
    this.#state ??= foldRecord(this.#meeting, this.#statements);
    return this.#state;
  }
}
