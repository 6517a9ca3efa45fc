import { joinBytes, randomBytes, sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { RelayChannel } from "./relay-channel.ts";
import { RelayLine } from "./relay-line.ts";
import { createLinkSeal, hex, openCall, sealCall, SHARE_BYTES, TAG_BYTES, type Call, type Way } from "./relay-seal.ts";

/*
 * What laptops send each other through a relay, after the 16 bytes of the address: one kind byte, and
 * 0 a sealed call or the answer to one, 1 the 8 bytes that name a link and its next sealed frame.
 */
const CALL = 0;
const FRAME = 1;

/** How long a call waits for its answer. */
export const CALL_MS = 2000;

/** How many calls may wait to be opened. A relay that brings more is one that floods. */
const CALLS_AT_ONCE = 32;

/** Whom a desk asks and tells. */
export interface DeskEvents {
  /** The relay answers, or no longer does. */
  changed(): void;
  /** A laptop of this room has this address. */
  located(peerId: string, address: Bytes): void;
  /** A laptop calls. False: it is not answered, because this laptop is calling it and comes first. */
  mayAnswer(peerId: string): boolean;
  /** A channel to a laptop has been made. It opens as soon as both ends are known to have its key. */
  made(peerId: string, channel: RelayChannel, isOurCall: boolean): void;
  /** Nobody is connected under this address. */
  absent(address: Bytes): void;
}

interface Ringing {
  readonly to: Bytes;
  readonly share: Bytes;
  readonly begunMs: number;
}

/** One room at one relay: calls other laptops, answers them, and leads frames to the channels they belong to. */
export class RelayDesk {
  readonly line: RelayLine;
  readonly #topic: string;
  readonly #key: CryptoKey;
  /** The id under which this laptop introduces itself; null until it has one. */
  readonly #self: () => string | null;
  readonly #events: DeskEvents;
  readonly #ringing = new Map<string, Ringing>();
  readonly #channels = new Map<string, { readonly address: Bytes; readonly channel: RelayChannel }>();
  #calls = Promise.resolve();
  #waitingCalls = 0;

  constructor(url: string, room: { topic: string; key: CryptoKey; self: () => string | null }, events: DeskEvents) {
    this.#topic = room.topic;
    this.#key = room.key;
    this.#self = room.self;
    this.#events = events;
    this.line = new RelayLine(url, {
      opened: () => events.changed(),
      received: (from, payload) => this.#receive(from, payload),
      closed: () => {
        this.#ringing.clear();
        for (const { channel } of this.#channels.values()) channel.abandon();
        this.#channels.clear();
        events.changed();
      },
    });
  }

  /** Whether a call to this laptop waits for its answer. */
  isCalling(peerId: string): boolean {
    const ringing = this.#ringing.get(peerId);
    return ringing !== undefined && performance.now() - ringing.begunMs < CALL_MS;
  }

  call(peerId: string, to: Bytes): void {
    const share = randomBytes(SHARE_BYTES);
    this.#ringing.set(peerId, { to, share, begunMs: performance.now() });
    this.#say({ share, answers: null }, to).catch(reportError);
  }

  hangUp(peerId: string): void {
    this.#ringing.delete(peerId);
  }

  #receive(from: Bytes, payload: Bytes): void {
    const content = payload.subarray(1);
    if (payload.length === 0) {
      this.#forget(from);
    } else if (payload[0] === FRAME) {
      const known = this.#channels.get(hex(content.subarray(0, TAG_BYTES)));
      if (known !== undefined && sameBytes(known.address, from)) known.channel.receive(content.slice(TAG_BYTES));
    } else if (payload[0] === CALL && this.#waitingCalls < CALLS_AT_ONCE) {
      this.#waitingCalls += 1;
      this.#calls = this.#calls
        .then(() => this.#hear(from, content))
        .catch(reportError)
        .finally(() => (this.#waitingCalls -= 1));
    }
  }

  #forget(address: Bytes): void {
    for (const [peerId, { to }] of this.#ringing) if (sameBytes(to, address)) this.#ringing.delete(peerId);
    for (const [, known] of this.#channels) if (sameBytes(known.address, address)) known.channel.abandon();
    this.#events.absent(address);
  }

  async #hear(from: Bytes, sealed: Bytes): Promise<void> {
    const own = this.line.address;
    if (own === null) return;
    const call = await openCall(sealed, { from, to: own }, this.#topic, this.#key);
    if (call === null || call.peerId === this.#self()) return;
    this.#events.located(call.peerId, from);
    const out: Way = { from: own, to: from };
    if (call.answers === null) {
      if (!this.#events.mayAnswer(call.peerId)) return;
      const share = randomBytes(SHARE_BYTES);
      await this.#make(call.peerId, { caller: call.share, answerer: share }, out, false);
      await this.#say({ share, answers: call.share }, from);
      return;
    }
    const ringing = this.#ringing.get(call.peerId);
    if (ringing === undefined || !sameBytes(ringing.to, from) || !sameBytes(ringing.share, call.answers)) return;
    this.#ringing.delete(call.peerId);
    await this.#make(call.peerId, { caller: ringing.share, answerer: call.share }, out, true);
  }

  async #make(peerId: string, shares: { caller: Bytes; answerer: Bytes }, out: Way, isOurCall: boolean): Promise<void> {
    const seal = await createLinkSeal(shares, out);
    const tag = hex(seal.tag);
    const channel = new RelayChannel(seal, {
      transmit: (sealed) => this.line.send(out.to, joinBytes(Uint8Array.of(FRAME), seal.tag, sealed)),
      bufferedAmount: () => this.line.bufferedAmount,
      ended: () => this.#channels.delete(tag),
    });
    this.#channels.set(tag, { address: out.to, channel });
    this.#events.made(peerId, channel, isOurCall);
    if (isOurCall) channel.open();
  }

  async #say(call: Omit<Call, "peerId">, to: Bytes): Promise<void> {
    const [own, peerId] = [this.line.address, this.#self()];
    if (own === null || peerId === null) return;
    const sealed = await sealCall({ ...call, peerId }, { from: own, to }, this.#topic, this.#key);
    this.line.send(to, joinBytes(Uint8Array.of(CALL), sealed));
  }
}
