import { encodeStatement, type Statement } from "../../shared/consent/record.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { parseEntry, type ParsedEntry } from "../../shared/feed/entry.ts";
import { beginFeed, clientIdOf, type FeedHead } from "../../shared/feed/head.ts";
import type { DocName, VoiceId } from "../../shared/feed/ids.ts";
import { createEntry, type EntryWish, type MeetingSecrets } from "../../shared/feed/write.ts";
import { Assembler, introductionFrame, splitMessage } from "../../renderer/transport/fragments.ts";
import { encodeQuestion, encodeSync, parsePeerMessage } from "../../renderer/transport/peer-message.ts";
import { ByteSet } from "../../renderer/transport/byte-set.ts";
import { decodeSlots, encodeRun } from "../../renderer/transport/slots.ts";
import { karim, type CastVoice } from "../cast/seven-voices.ts";
import { NOWHERE, publicKeyOf } from "../cast/writing.ts";
import type { Chance } from "./chance.ts";
import type { MemoryChannel } from "./memory-channel.ts";
import type { Seat, WireMesh } from "./wire-mesh.ts";

/** A feed that a modified program writes with a voice's real key, honestly made or not. */
export interface Pen {
  readonly clientId: number;
  readonly head: FeedHead;
  /** Makes the next entry without sending it. */
  entry(wish: Partial<EntryWish>): Promise<Bytes>;
  /** Makes and sends an edit of a document. */
  edit(doc: DocName, payload: Bytes): Promise<void>;
  /** Makes and sends a statement. */
  state(statement: Statement, wish?: Partial<EntryWish>): Promise<void>;
}

/**
 * A program changed by someone who was let in: it holds the meeting's key and the key of one voice, has heard everything,
 * and sends whatever frames it likes over real channels to each of the others.
 */
export class ModifiedProgram implements Seat {
  readonly secrets: MeetingSecrets;
  /** The client id under which it shows presence. */
  readonly client: number;
  /** Every entry that was ever sent to it. */
  readonly heard: Bytes[] = [];
  /** What it says first to whoever comes. */
  welcome: Uint8Array | null = null;
  readonly #chance: Chance;
  readonly #mesh: WireMesh;
  readonly #ends: MemoryChannel[] = [];
  readonly #annexes = new Map<MemoryChannel | null, { readonly client: number; clock: number }>();
  readonly #known = new ByteSet();

  constructor(mesh: WireMesh, secrets: MeetingSecrets, chance: Chance) {
    this.#mesh = mesh;
    this.secrets = secrets;
    this.#chance = chance;
    this.client = chance.next();
    mesh.sit(this);
  }

  readonly take = (end: MemoryChannel): void => {
    this.#ends.push(end);
    const assembler = new Assembler();
    end.onmessage = ({ data }) => {
      const assembly = assembler.accept(new Uint8Array(data));
      if (assembly.kind === "message") this.#hear(assembly.message);
    };
    end.onopen = () => {
      end.send(introductionFrame(this.client));
      if (this.welcome !== null) this.message(this.welcome, [end]);
      this.message(encodeQuestion([]), [end]);
    };
  };

  /** The channels to the others that are open still. */
  get lines(): readonly MemoryChannel[] {
    return this.#ends.filter(({ readyState }) => readyState === "open");
  }

  /** Leads a new channel to everyone else, as after being hung up on. */
  comeBack(): void {
    for (const seat of this.#mesh.seats) if (seat !== this) this.#mesh.connect(this, seat);
  }

  /** Sends one frame as it is, to everyone or over some lines only. */
  frame(frame: Bytes, lines = this.lines): void {
    for (const end of lines) if (end.readyState === "open") end.send(frame);
  }

  /** Sends one message as it is, in the frames that it takes. */
  message(message: Uint8Array, lines = this.lines): void {
    for (const frame of splitMessage(message)) this.frame(frame, lines);
  }

  /** Sends a Yjs update for the wire doc, as it is. */
  update(update: Uint8Array, lines = this.lines): void {
    this.message(encodeSync("update", update), lines);
  }

  /** Puts byte strings into the wire doc where nobody else's can stand, so that everyone gets them. */
  put(entries: readonly Bytes[], only: MemoryChannel | null = null): void {
    const annexe = this.#annexes.get(only) ?? { client: this.#chance.next() * 2 ** 20 + 7, clock: 0 };
    this.#annexes.set(only, annexe);
    this.update(
      encodeRun({ client: annexe.client, clock: annexe.clock, contents: entries }),
      only === null ? this.lines : [only],
    );
    annexe.clock += entries.length;
  }

  /** Begins a feed in a session of its own. */
  async pen(voice: CastVoice = karim): Promise<Pen> {
    let head = beginFeed(publicKeyOf(voice), this.#chance.bytes(16));
    const clientId = await clientIdOf(this.secrets.meeting, head.publicKey, head.session);
    const entry = async (wish: Partial<EntryWish>): Promise<Bytes> => {
      const at = Math.max(head.at + 1, Date.now() * 1024);
      const payload = new Uint8Array(0);
      const made = await createEntry(this.secrets, voice.privateKey, head, {
        ...{ kind: "edit", doc: NOWHERE, at, payload },
        ...wish,
      });
      head = made.head;
      return made.bytes;
    };
    return {
      clientId,
      get head() {
        return head;
      },
      entry,
      edit: async (doc, payload) => {
        this.put([await entry({ kind: "edit", doc, payload })]);
      },
      state: async (statement, wish) => {
        this.put([await entry({ kind: "statement", payload: encodeStatement(statement), ...wish })]);
      },
    };
  }

  /** The entries of a voice that it has heard, in order of their places. */
  entriesOf(voice: VoiceId): readonly ParsedEntry[] {
    return this.heard
      .map(parseEntry)
      .filter((entry) => entry.ok)
      .map(({ value }) => value)
      .filter((entry) => entry.voice === voice)
      .sort((a, b) => a.header.seq - b.header.seq);
  }

  #hear(message: Uint8Array): void {
    const parsed = parsePeerMessage(new Uint8Array(message));
    if (parsed?.kind !== "update" && parsed?.kind !== "answer") return;
    for (const { bytes } of decodeSlots(parsed.update) ?? []) {
      if (this.#known.add(bytes)) this.heard.push(bytes);
    }
  }
}
