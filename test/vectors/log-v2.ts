import { readFileSync } from "node:fs";

/** The golden log of format version 2, as `log-v2.json` holds it. Bytes are base64url without padding unless said otherwise. */
export interface LogVector {
  readonly about: string;
  readonly meeting: {
    readonly id: string;
    /** What is given on letting in. */
    readonly secret: string;
    readonly nonce: string;
    /** Everything derived from the secret, raw. */
    readonly derived: { readonly room: string; readonly meetingKey: string; readonly signalingKey: string };
  };
  /** Test keys: the 32 private bytes of RFC 8032 (hex). They protect nothing. */
  readonly voices: readonly {
    readonly name: string;
    readonly privateKey: string;
    readonly id: string;
    readonly mark: string;
  }[];
  readonly feeds: readonly {
    readonly id: string;
    readonly voice: string;
    readonly session: string;
    readonly clientId: number;
  }[];
  readonly entries: readonly {
    readonly feed: string;
    readonly seq: number;
    readonly at: number;
    readonly kind: string;
    readonly doc: string;
    /** What the next entry names as `prev` (hex). */
    readonly hash: string;
    /** The opened payload: a statement's JSON, or an edit's Yjs update. */
    readonly payload: string;
    /** The entry as it is stored and sent, with its sealed payload. */
    readonly bytes: string;
  }[];
  /** What is true once all entries are known. Runs are `[who, words]`. */
  readonly expected: {
    readonly order: readonly string[];
    readonly texts: Readonly<Record<string, readonly (readonly (readonly [string, string])[])[]>>;
    readonly summary: readonly (readonly (readonly [string, string])[])[];
    /** Which lines of the summary are headings. */
    readonly headings: readonly number[];
    /** What is bold in it. */
    readonly bold: readonly string[];
    readonly admitted: readonly string[];
    readonly hosting: readonly string[];
    readonly agreed: string;
    /** The whole folded state; every map as a list of pairs. */
    readonly state: object;
  };
  /** Bytes that count for nothing, or that end a feed, when they come on top of all that. */
  readonly refused: readonly { readonly why: string; readonly bytes: string; readonly breaks: BrokenAt | null }[];
}

/** Where a feed ends from then on. */
export interface BrokenAt {
  readonly feed: string;
  readonly fromSeq: number;
  readonly reason: string;
}

/** Reads the golden log. */
export function readLog(): LogVector {
  // The file is part of this repository, written by `make-log-v2.ts` and never changed since.
  return JSON.parse(readFileSync(new URL("log-v2.json", import.meta.url), "utf8")) as LogVector;
}

/** A folded state as JSON: every map becomes a list of pairs. */
export function asJson(state: object): object {
  const json = JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
  // The JSON of an object is one.
  return JSON.parse(json) as object;
}
