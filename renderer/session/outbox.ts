import { base64urlnopad } from "@scure/base";
import * as Y from "yjs";
import type { Fact } from "../../shared/consent/judge.ts";
import { encodeStatement, type Statement } from "../../shared/consent/record.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { nextTick, type ClaimedAt } from "../../shared/feed/clock.ts";
import type { FeedHead } from "../../shared/feed/head.ts";
import type { DocName, FeedId, MeetingId, UtteranceId } from "../../shared/feed/ids.ts";
import { createEntry, type EntryWish, type MeetingSecrets } from "../../shared/feed/write.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { docOfUtterance, SUMMARY_DOC } from "../../shared/meeting/owned-id.ts";
import { attempt } from "../../shared/report.ts";
import type { Vault } from "../../shared/shell.ts";
import type { Believed } from "./believed.ts";

/** What a statement's entry names as its document. */
const NO_DOC = "" as DocName; // the empty name is the name of no document

/** A feed that this laptop writes. */
export interface OwnFeed {
  readonly clientId: number;
  head: FeedHead;
}

/** Who writes: its feed, and the key that signs there. */
export interface Writer {
  readonly own: OwnFeed;
  readonly privateKey: CryptoKey;
}

interface Wish extends Writer {
  readonly act: Act;
  /** Edits of the same document that came later and go along with it. */
  readonly more: Bytes[];
  sizeBytes: number;
  readonly asked: Asked[];
}

/** Whoever asked for something, and hears what became of it. */
interface Asked {
  readonly done: () => void;
  readonly failed: (why: unknown) => void;
}

/** What a voice does: says a fact, or changes a text. */
type Act =
  | { readonly kind: "edit"; readonly target: UtteranceId | "summary"; readonly update: Bytes }
  | { readonly kind: "statement"; readonly statement: Statement };

/** How large an edit gets by taking in the ones after it. Far from the largest entry that is read. */
const LARGEST_MERGED_BYTES = 64 * 1024;

/** How long to wait before asking a vault again that could not keep something. */
const RETRY_AFTER_MS = 2000;

export interface OutboxPorts {
  readonly secrets: MeetingSecrets & { readonly first: CryptoKey };
  readonly vault: Vault;
  readonly meeting: MeetingId;
  /** The clock of this laptop in this meeting: reads the last tick and takes the next. */
  readonly clock: { last: ClaimedAt };
  /** Called once entries are durable, in their order: from here they may be sent and believed. */
  readonly onWritten: (believed: readonly Believed[], heads: readonly FeedHead[]) => void;
  readonly onSaving: (saving: "failed" | "saved" | "saving") => void;
}

/**
 * Turns what people do on this laptop into entries: sealed, chained, signed, saved — and only then handed on. The first
 * key goes at once; edits of one document that come while the vault is busy become one entry. Where the vault
 * fails, nothing is lost and nothing is sent: the wishes wait and are tried again. A wish that no entry can be made of is
 * dropped alone: whoever asked for it hears why, and all the others go on.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  #wishes: Wish[] = [];
  #writing = false;
  #resting: (() => void)[] = [];
  #closed = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  /** Whether everything asked for so far is durable. */
  get idle(): boolean {
    return this.#wishes.length === 0 && !this.#writing;
  }

  /** Resolves when the act is saved and handed on; rejects when no entry can be made of it, and then nothing of it is kept. */
  write({ own, privateKey }: Writer, act: Act): Promise<void> {
    return new Promise((done, failed) => {
      const last = this.#wishes.at(-1);
      if (act.kind === "edit" && last?.own === own && takesIn(last, act)) {
        last.more.push(act.update);
        last.sizeBytes += act.update.length;
        last.asked.push({ done, failed });
      } else {
        this.#wishes.push({
          own,
          privateKey,
          act,
          more: [],
          sizeBytes: act.kind === "edit" ? act.update.length : 0,
          asked: [{ done, failed }],
        });
      }
      void this.#work();
    });
  }

  /** Resolves when everything asked for so far is durable. */
  async rest(): Promise<void> {
    if (!this.idle && !this.#closed) await new Promise<void>((resolve) => this.#resting.push(resolve));
  }

  /** Stops trying. What was not saved until now is not sent either. */
  close(): void {
    this.#closed = true;
  }

  async #work(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    this.#tell("saving");
    try {
      while (this.#wishes.length > 0 && !this.#closed) await this.#writeWaiting();
    } finally {
      // Whatever went wrong, the next wish is begun with.
      this.#writing = false;
    }
    if (!this.#closed) this.#tell("saved");
    for (const resolve of this.#resting.splice(0)) resolve();
  }

  /** Says how saving goes. Whatever becomes of that, saving goes on. */
  #tell(saving: Parameters<OutboxPorts["onSaving"]>[0]): void {
    attempt(() => this.#ports.onSaving(saving));
  }

  /** Saves all that waits now and hands it on; where the vault fails, it waits again. */
  async #writeWaiting(): Promise<void> {
    const wishes = this.#wishes;
    this.#wishes = [];
    const written = await this.#create(wishes);
    if (written.length === 0) return;
    let isKept = false;
    try {
      const entries = written.map(({ believed }) => believed.entry);
      isKept = (await this.#ports.vault.append(this.#ports.meeting, entries)).ok;
    } finally {
      if (!isKept) {
        this.#wishes = [...written.map(({ wish }) => wish), ...this.#wishes];
        this.#tell("failed");
      }
    }
    if (!isKept) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
      return;
    }
    for (const { wish, head } of written) wish.own.head = head;
    attempt(() => {
      this.#ports.onWritten(
        written.map(({ believed }) => believed),
        written.map(({ head }) => head),
      );
    });
    for (const { wish } of written) for (const { done } of wish.asked) done();
  }

  /**
   * Entries for these wishes, each feed continuing its own. Heads move only when the entries are saved; a wish that throws
   * leaves no gap.
   */
  async #create(wishes: readonly Wish[]): Promise<Written[]> {
    const heads = new Map<FeedId, FeedHead>();
    const written: Written[] = [];
    for (const wish of wishes) {
      try {
        const one = await this.#createOne(wish, heads.get(wish.own.head.feed) ?? wish.own.head);
        heads.set(one.head.feed, one.head);
        written.push(one);
      } catch (why) {
        for (const { failed } of wish.asked) failed(why);
      }
    }
    return written;
  }

  async #createOne(wish: Wish, before: FeedHead): Promise<Written> {
    const { secrets, clock } = this.#ports;
    const act = wholeAct(wish);
    const at = nextTick(clock.last, Date.now());
    clock.last = at;
    const { bytes, head } = await createEntry(secrets, wish.privateKey, before, { at, ...wishOf(act, secrets) });
    const place = { voice: head.voice, feed: head.feed, seq: before.nextSeq, at };
    const fact = factOf(act, place);
    const entry = { feed: head.feed, seq: before.nextSeq, clientId: wish.own.clientId, bytes };
    return { wish, head, believed: { fact, voice: head.voice, at, entry } };
  }
}

interface Written {
  readonly wish: Wish;
  readonly head: FeedHead;
  readonly believed: Believed;
}

/** What an act of one's own comes to, as others will judge it. */
function factOf(act: Act, place: Omit<Stated<Statement>, "body">): Fact {
  if (act.kind === "edit") return { kind: "edit", voice: place.voice, target: act.target, update: act.update };
  const stated = { ...place, body: act.statement };
  if (act.statement.kind !== "words-condensed") return { kind: "statement", stated };
  return { kind: "condensed", update: new Uint8Array(base64urlnopad.decode(act.statement.update)), stated };
}

/** Whether an edit may become one with those that wait already. */
function takesIn({ act, sizeBytes }: Wish, next: Extract<Act, { readonly kind: "edit" }>): boolean {
  return act.kind === "edit" && act.target === next.target && sizeBytes + next.update.length <= LARGEST_MERGED_BYTES;
}

/** What a wish comes to. Merged only now, all at once: doing so at every key would take longer with each of them. */
function wholeAct({ act, more }: Wish): Act {
  if (act.kind !== "edit" || more.length === 0) return act;
  // Yjs encodes into buffers of its own, which are ordinary ones.
  return { ...act, update: Y.mergeUpdates([act.update, ...more]) as Bytes };
}

function wishOf(act: Act, secrets: OutboxPorts["secrets"]): Omit<EntryWish, "at"> {
  if (act.kind === "statement") {
    const payload = encodeStatement(act.statement);
    // A key is given to those who have only the first one too; what it says is sealed to each of them once more.
    const { kind } = act.statement;
    const isAboutKeys = kind === "meeting-key-given" || kind === "meeting-key-refused";
    const sealWith = isAboutKeys ? { sealWith: secrets.first } : {};
    return { kind: "statement", doc: NO_DOC, payload, ...sealWith };
  }
  const doc = act.target === "summary" ? SUMMARY_DOC : docOfUtterance(act.target);
  return { kind: "edit", doc, payload: act.update };
}
