import { base64urlnopad } from "@scure/base";
import { foldRecord, type RecordState, type Statement } from "../../shared/consent/record.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { FeedId, MeetingId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { PlacedEntry } from "../../shared/meeting/removal.ts";
import type { Quarantine } from "../../shared/meeting/state.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { isAsSaid } from "../../shared/meeting/utterances.ts";

/** Where a feed that broke a rule ends. */
export interface Stop extends Quarantine {
  readonly fromSeq: number;
}

/** Every statement this laptop believes, where the feeds end that broke a rule, and the state it all folds to. */
export class Ledger {
  readonly #meeting: MeetingId;
  readonly #stops = new Map<FeedId, Stop>();
  #statements: Stated<Statement>[] = [];
  #state: RecordState | null = null;
  #quarantines: readonly Quarantine[] | null = null;

  constructor(meeting: MeetingId) {
    this.#meeting = meeting;
  }

  add(stated: Stated<Statement>): void {
    this.#statements.push(stated);
    this.#forget();
  }

  /** Lets go of what a feed said from where it broke a rule. */
  stop(stop: Stop): void {
    this.#stops.set(stop.feed, stop);
    this.#statements = this.#statements.filter(({ feed, seq }) => feed !== stop.feed || seq < stop.fromSeq);
    this.#forget();
  }

  /** Lets go of what some statements say, and returns where they stood. They counted for nothing already. */
  letGo(isMeant: (stated: Stated<Statement>) => boolean): readonly Stated<Statement>[] {
    const dropped = new Set(this.#statements.filter(isMeant));
    if (dropped.size > 0) this.#statements = this.#statements.filter((stated) => !dropped.has(stated));
    return [...dropped];
  }

  /** What is true now; the same object until something is added or dropped. */
  get state(): RecordState {
    this.#state ??= foldRecord(this.#meeting, this.#statements);
    return this.#state;
  }

  /**
   * The feeds that are put aside; the same object until something is added or dropped. Of voices that nobody has let in
   * there is nothing to be seen that could be put aside.
   */
  get quarantines(): readonly Quarantine[] {
    this.#quarantines ??= [...this.#stops.values()].filter(({ voice }) => this.isLetIn(voice));
    return this.#quarantines;
  }

  /** Whether a voice was let in with a device of its own, also if it has left since. */
  isLetIn(id: VoiceId): boolean {
    const voice = this.state.meeting.voices.get(id);
    return voice !== undefined && voice.standing !== "waiting" && !voice.seated;
  }

  /** Whether an edit at this place is among an utterance's words: what was said stays as it was said. */
  readonly counts = (utterance: UtteranceId, place: PlacedEntry): boolean => {
    const known = this.state.meeting.utterances.get(utterance);
    return known === undefined || isAsSaid(known, place);
  };

  /** What every document starts from, or null while the meeting's first entry has not come. */
  get seed(): Bytes | null {
    const begun = this.state.meeting.begun;
    return begun === null ? null : new Uint8Array(base64urlnopad.decode(begun.seed));
  }

  /** What was folded is out of date; it is folded again when somebody asks. */
  #forget(): void {
    this.#state = null;
    this.#quarantines = null;
  }
}
