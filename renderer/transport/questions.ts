/** How long a laptop may take to begin with its answer, and how long to finish it, before another is asked as well. */
const BEGIN_MS = 4000;
const FINISH_MS = 30_000;

/** How often one laptop is asked when all have been asked before. */
const ROUND_MS = 2000;

/**
 * Whom to ask for what is missing here, and when. y-webrtc asks everyone as soon as it is connected, so that someone who
 * comes late is sent the whole record by each of the others. Here one is asked after the other: the first sends the
 * record, the rest what the first did not have. After that one of them, chosen by chance, is asked from time to time,
 * which also carries entries around a pair of laptops that cannot connect.
 */
export class Questions<Peer> {
  readonly #choose: (peers: readonly Peer[]) => Peer | undefined;
  readonly #peers = new Set<Peer>();
  readonly #unasked = new Set<Peer>();
  /** Those who let the last question go without an answer. */
  readonly #silent = new Set<Peer>();
  #asked: { readonly peer: Peer; readonly atMs: number } | null = null;
  #lastMs = -Infinity;

  constructor(choose: (peers: readonly Peer[]) => Peer | undefined) {
    this.#choose = choose;
  }

  join(peer: Peer): void {
    this.#peers.add(peer);
    this.#unasked.add(peer);
  }

  leave(peer: Peer): void {
    this.#peers.delete(peer);
    this.#unasked.delete(peer);
    this.#silent.delete(peer);
    if (this.#asked?.peer === peer) this.#asked = null;
  }

  /** An answer has come and has been taken in. */
  answered(peer: Peer): void {
    this.#silent.delete(peer);
    if (this.#asked?.peer === peer) this.#asked = null;
  }

  /** The one to ask now, if any; it counts as asked. `isSending`: whether a part of a message from it is here. */
  next(nowMs: number, isSending: (peer: Peer) => boolean): Peer | null {
    if (this.#asked !== null) {
      const patienceMs = isSending(this.#asked.peer) ? FINISH_MS : BEGIN_MS;
      if (nowMs - this.#asked.atMs < patienceMs) return null;
      this.#silent.add(this.#asked.peer);
    }
    const peer = this.#nextPeer(nowMs, isSending);
    if (peer === undefined) return null;
    this.#unasked.delete(peer);
    this.#asked = { peer, atMs: nowMs };
    this.#lastMs = nowMs;
    return peer;
  }

  #nextPeer(nowMs: number, isSending: (peer: Peer) => boolean): Peer | undefined {
    const [unasked] = this.#unasked;
    if (unasked !== undefined) return unasked;
    if (nowMs - this.#lastMs < ROUND_MS) return undefined;
    // Asked in the middle of a long message, someone would send the same once more.
    const free = [...this.#peers].filter((peer) => !isSending(peer));
    const answering = free.filter((peer) => !this.#silent.has(peer));
    // Who did not answer is asked again when nobody else can be: a modified program that never does would cost everyone time.
    return this.#choose(answering.length > 0 ? answering : free);
  }
}
