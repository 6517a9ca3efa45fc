import type { Awareness } from "y-protocols/awareness";
import { sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import type { FramedChannel } from "./framed-channel.ts";
import type { PeerLinks } from "./peer-link.ts";
import { encodePresences } from "./peer-message.ts";
import { readMessage } from "./read-message.ts";
import type { RelayChannel } from "./relay-channel.ts";
import { CALL_MS, RelayDesk } from "./relay-desk.ts";
import { relayBeside } from "./relay-line.ts";
import { countLaptops, judgeRelay, type Count, type Direct, type Sighting } from "./standing.ts";

/** Any note may name a laptop; no more of them are remembered, and those that are not reached give way. */
const MAX_LAPTOPS = 64;

/** A laptop that is not reached and has said nothing for so long is forgotten. */
const FORGET_MS = 60_000;

/** The room as its relays see it. */
export interface RelayedRoom {
  readonly topic: string;
  readonly key: CryptoKey;
  readonly awareness: Awareness;
  readonly links: PeerLinks;
  /** The id under which this laptop introduces itself; null until it has one. */
  readonly self: () => string | null;
  /** What counts as the origin of changes that come from others. */
  readonly origin: () => unknown;
  /** How the data channel to a laptop is. */
  readonly direct: (peerId: string) => Direct;
}

/** Another laptop, as notes and calls have told of it. */
interface Laptop {
  notedMs: number;
  apartSinceMs: number;
  calledMs: number;
  isReached: boolean;
  wasReached: boolean;
  /** Its addresses, at each desk where it has one. */
  readonly addresses: Map<RelayDesk, Bytes>;
  link: { readonly framed: FramedChannel; readonly isOurCall: boolean } | null;
  /** A link that is not open yet. */
  pending: FramedChannel | null;
}

/** The other laptops of a room, and the relayed links to those that no data channel leads to. */
export class Relays {
  readonly #room: RelayedRoom;
  readonly #laptops = new Map<string, Laptop>();
  readonly #desks: RelayDesk[] = [];

  constructor(room: RelayedRoom) {
    this.#room = room;
  }

  /** Opens the relay beside a signaling server. `changed` is called when it begins or ceases to answer. */
  openDesk(signaling: string, changed: () => void): RelayDesk {
    const desk: RelayDesk = new RelayDesk(relayBeside(signaling), this.#room, {
      changed,
      located: (peerId, address) => this.#laptop(peerId)?.addresses.set(desk, address),
      mayAnswer: (peerId) => this.#mayAnswer(peerId),
      made: (peerId, channel, isOurCall) => this.#link(peerId, channel, isOurCall),
      absent: (address) => this.#unlist(desk, address),
    });
    this.#desks.push(desk);
    return desk;
  }

  /** A note of this laptop was heard, at a line whose relay is `desk`. */
  noted(peerId: string, desk: RelayDesk, address: Bytes | null): void {
    const laptop = this.#laptop(peerId);
    if (laptop === null) return;
    laptop.notedMs = performance.now();
    if (address !== null) laptop.addresses.set(desk, address);
  }

  /** Makes and leaves relayed links as `judgeRelay` says. */
  tick(): void {
    const nowMs = performance.now();
    for (const [peerId, laptop] of [...this.#laptops]) {
      const sighting = this.#sight(peerId, laptop, nowMs);
      const course = judgeRelay(sighting, nowMs);
      if (course === "call") this.#call(peerId, laptop, nowMs);
      // Who has called leaves: the other end may not be heard at this one's data channel.
      else if (course === "leave" && laptop.link?.isOurCall === true) laptop.link.framed.abandon();
      const isGone = !laptop.isReached && nowMs - Math.max(laptop.notedMs, laptop.apartSinceMs) > FORGET_MS;
      if (isGone) this.#laptops.delete(peerId);
    }
  }

  count(): Count {
    const sightings = [...this.#laptops].map(([peerId, laptop]) => this.#sighting(peerId, laptop));
    return countLaptops(sightings, performance.now());
  }

  close(): void {
    for (const { link, pending } of [...this.#laptops.values()]) {
      link?.framed.abandon();
      pending?.abandon();
    }
    for (const desk of this.#desks) desk.line.close();
  }

  #laptop(peerId: string): Laptop | null {
    const known = this.#laptops.get(peerId);
    if (known !== undefined) return known;
    if (peerId === this.#room.self() || (this.#laptops.size >= MAX_LAPTOPS && !this.#makeRoom())) return null;
    const laptop: Laptop = {
      notedMs: -Infinity,
      apartSinceMs: performance.now(),
      calledMs: -Infinity,
      isReached: false,
      wasReached: false,
      addresses: new Map(),
      link: null,
      pending: null,
    };
    this.#laptops.set(peerId, laptop);
    return laptop;
  }

  /** Forgets the laptop that was longest without a note, of those that are not reached. */
  #makeRoom(): boolean {
    const unreached = [...this.#laptops].filter(([, laptop]) => !laptop.isReached && laptop.link === null);
    const [oldest] = unreached.sort(([, one], [, other]) => one.notedMs - other.notedMs);
    if (oldest === undefined) return false;
    const [peerId, laptop] = oldest;
    laptop.pending?.abandon();
    return this.#laptops.delete(peerId);
  }

  #sighting(peerId: string, laptop: Laptop): Sighting {
    const { notedMs, apartSinceMs, wasReached, link } = laptop;
    return { direct: this.#room.direct(peerId), isRelayed: link !== null, notedMs, apartSinceMs, wasReached };
  }

  #sight(peerId: string, laptop: Laptop, nowMs: number): Sighting {
    const isReached = laptop.link !== null || this.#room.direct(peerId) !== "none";
    if (laptop.isReached && !isReached) laptop.apartSinceMs = nowMs;
    laptop.isReached = isReached;
    laptop.wasReached ||= isReached;
    return this.#sighting(peerId, laptop);
  }

  #call(peerId: string, laptop: Laptop, nowMs: number): void {
    if (nowMs - laptop.calledMs < CALL_MS) return;
    const [next] = [...laptop.addresses].filter(([desk]) => desk.line.address !== null);
    if (next === undefined) return;
    const [desk, address] = next;
    laptop.calledMs = nowMs;
    // The next call goes another way, if there is one.
    laptop.addresses.delete(desk);
    laptop.addresses.set(desk, address);
    desk.call(peerId, address);
  }

  /** Where both call at once, the one with the smaller id goes on. */
  #mayAnswer(peerId: string): boolean {
    const self = this.#room.self();
    const laptop = this.#laptop(peerId);
    if (self === null || laptop === null) return false;
    if (self < peerId && this.#desks.some((desk) => desk.isCalling(peerId))) return false;
    for (const desk of this.#desks) desk.hangUp(peerId);
    laptop.calledMs = performance.now();
    return true;
  }

  #unlist(desk: RelayDesk, address: Bytes): void {
    for (const laptop of this.#laptops.values()) {
      const listed = laptop.addresses.get(desk);
      if (listed !== undefined && sameBytes(listed, address)) laptop.addresses.delete(desk);
    }
  }

  #link(peerId: string, channel: RelayChannel, isOurCall: boolean): void {
    const { awareness, links, origin } = this.#room;
    const framed = links.adopt(channel);
    const expecting = this.#laptops.get(peerId);
    expecting?.pending?.abandon();
    if (expecting !== undefined) expecting.pending = framed;
    framed.onmessage = ({ data }) => {
      const answer = readMessage(new Uint8Array(data), { awareness, origin: origin() });
      if (answer !== null) framed.send(answer);
    };
    framed.onopen = () => {
      const laptop = this.#laptop(peerId);
      if (laptop === null) {
        framed.abandon();
        return;
      }
      laptop.link?.framed.abandon();
      laptop.link = { framed, isOurCall };
      laptop.pending = null;
      framed.send(encodePresences(awareness, [awareness.clientID]));
    };
    framed.onclose = () => {
      const laptop = this.#laptops.get(peerId);
      if (laptop?.link?.framed === framed) laptop.link = null;
      if (laptop?.pending === framed) laptop.pending = null;
    };
  }
}
