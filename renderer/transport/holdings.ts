import * as encoding from "lib0/encoding";
import { joinBytes, sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";

/**
 * What a laptop has of one client: so many entries, and a fingerprint of what they say. Yjs compares numbers only, so a
 * modified program that fills the slots of others with junk before their entries come makes a laptop believe that it
 * has everything. Compared with a fingerprint, it turns out that it does not.
 */
export interface Holding {
  readonly client: number;
  readonly clock: number;
  readonly fingerprint: Bytes;
}

export const FINGERPRINT_BYTES = 16;

/** Entries hashed at a time. Full blocks are hashed once; what is hashed again each time is the rest. */
const BLOCK = 64;

/** The bag, as far as it matters here. */
export interface Bag {
  /** Another number whenever what stands in a filled slot was changed, which is only done to let go of it. */
  readonly edition: number;
  /** How many slots each client has filled. */
  clocks(): ReadonlyMap<number, number>;
  contents(client: number, from: number, to: number): readonly Bytes[];
}

/** Knows what is in a bag, and what is missing from another. */
export class Ledger {
  readonly #bag: Bag;
  readonly #chains = new Map<number, Promise<Bytes>[]>();
  readonly #last = new Map<number, Holding>();
  #edition: number;

  constructor(bag: Bag) {
    this.#bag = bag;
    this.#edition = bag.edition;
  }

  /** Everything that is in the bag now. */
  async holdings(): Promise<readonly Holding[]> {
    const clocks = [...this.#bag.clocks()];
    return Promise.all(clocks.map(([client, clock]) => this.#holding(client, clock)));
  }

  /**
   * From which clock on another laptop needs each client's entries, given what it holds: Yjs's state vector, except that
   * what it believes to have and has not is counted as missing. `given` remembers for one link up to where a client
   * was sent in spite of its number, so that this happens once and not again and again.
   */
  async stateVectorFor(theirs: readonly Holding[], given: Map<number, number>): Promise<Map<number, number>> {
    const clocks = new Map(this.#bag.clocks());
    const vector = new Map<number, number>();
    for (const holding of theirs) {
      const ours = clocks.get(holding.client) ?? 0;
      // Whoever has more than we cannot be compared with; the rest of it comes here first.
      const isComparable = ours > 0 && ours >= holding.clock;
      const isSame = !isComparable || (await this.#agrees(holding));
      vector.set(holding.client, isSame ? holding.clock : (given.get(holding.client) ?? 0));
      if (!isSame) given.set(holding.client, ours);
    }
    return vector;
  }

  async #agrees(theirs: Holding): Promise<boolean> {
    const ours = await this.#holding(theirs.client, theirs.clock);
    return sameBytes(ours.fingerprint, theirs.fingerprint);
  }

  async #holding(client: number, clock: number): Promise<Holding> {
    if (this.#edition !== this.#bag.edition) {
      this.#edition = this.#bag.edition;
      this.#chains.clear();
      this.#last.clear();
    }
    const last = this.#last.get(client);
    if (last?.clock === clock) return last;
    const fullBlocks = Math.floor(clock / BLOCK);
    const rest = this.#bag.contents(client, fullBlocks * BLOCK, clock);
    const digest = await digestOf(await this.#chain(client, fullBlocks), rest);
    const holding = { client, clock, fingerprint: digest.slice(0, FINGERPRINT_BYTES) };
    this.#last.set(client, holding);
    return holding;
  }

  /** The digest of so many full blocks, each hashed together with the digest of those before it. */
  #chain(client: number, fullBlocks: number): Promise<Bytes> {
    const chain = this.#chains.get(client) ?? [Promise.resolve(new Uint8Array(0))];
    this.#chains.set(client, chain);
    let before = chain[0] ?? Promise.resolve(new Uint8Array(0));
    for (let block = 0; block < fullBlocks; block += 1) {
      const contents = () => this.#bag.contents(client, block * BLOCK, (block + 1) * BLOCK);
      const previous = before;
      before = chain[block + 1] ??= previous.then((digest) => digestOf(digest, contents()));
    }
    return before;
  }
}

async function digestOf(before: Bytes, contents: readonly Bytes[]): Promise<Bytes> {
  const lengths = encoding.createEncoder();
  for (const bytes of contents) encoding.writeVarUint(lengths, bytes.length);
  const input = joinBytes(before, new Uint8Array(encoding.toUint8Array(lengths)), ...contents);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", input));
}
