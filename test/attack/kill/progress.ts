/** One place in the feed that a writer writes, and the bytes it says are there, as a hash. */
export interface Place {
  readonly seq: number;
  readonly hash: string;
}

/** An entry that is to lose its payload. */
export interface Exchange extends Place {
  /** A piece of the payload, in base64: what is to be found nowhere afterwards. */
  readonly needle: string;
}

/** What a writing process says of itself, one line each, before and after everything it asks of its vault. */
export type Progress =
  | { readonly says: "opening" }
  | { readonly says: "writing"; readonly feed: string }
  | { readonly says: "appending"; readonly places: readonly Place[] }
  | { readonly says: "appended" }
  | { readonly says: "replacing"; readonly exchanges: readonly Exchange[] }
  | { readonly says: "replaced" }
  | { readonly says: "refused"; readonly reason: string };

/** What a process is told that is to write until it is killed. */
export interface WriterOrder {
  readonly directory: string;
  readonly meeting: string;
  readonly seed: number;
}

/** What a writer has said, added up. */
export interface Life {
  readonly feed: string | null;
  /** Everything that it was told is kept, as it was told last. */
  readonly kept: ReadonlyMap<number, string>;
  /** What it was told is gone. */
  readonly gone: readonly string[];
  /** What it had asked for when it was killed, and was told nothing about. */
  readonly unanswered: readonly Place[];
  readonly refused: string | null;
}

/** Adds up the lines a writer has written. The last one may be torn. */
export function lifeOf(output: string): Life {
  const kept = new Map<number, string>();
  const gone: string[] = [];
  let [feed, refused, asked]: [string | null, string | null, readonly (Exchange | Place)[]] = [null, null, []];
  for (const line of output.split("\n").slice(0, -1)) {
    const progress = JSON.parse(line) as Progress; // the writer writes nothing else
    if (progress.says === "writing") feed = progress.feed;
    if (progress.says === "refused") refused = progress.reason;
    if (progress.says === "appending") asked = progress.places;
    if (progress.says === "replacing") asked = progress.exchanges;
    if (progress.says === "appended" || progress.says === "replaced") {
      for (const place of asked) {
        kept.set(place.seq, place.hash);
        if ("needle" in place) gone.push(place.needle);
      }
      asked = [];
    }
  }
  return { feed, kept, gone, unanswered: asked, refused };
}
