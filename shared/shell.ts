import type { Bytes } from "./crypto/bytes.ts";
import type { Result } from "./result.ts";
import type { FeedId, MeetingId } from "./feed/ids.ts";

/** One entry as a vault keeps it: opaque bytes at a place in a feed. */
export interface StoredEntry {
  readonly feed: FeedId;
  readonly seq: number;
  readonly bytes: Bytes;
}

/**
 * The encrypted store of one device. It does not know what its bytes mean: everything handed to it is sealed already,
 * under a meeting's key or under the vault's own.
 */
export interface Vault {
  /** Durable when it resolves: the entries survive the process being killed and the power failing. All or none are kept. */
  append(meeting: MeetingId, entries: readonly StoredEntry[]): Promise<Result<null, VaultFailure>>;
  /** Every entry kept of a meeting, each feed in ascending `seq`; feeds in no particular order. */
  read(meeting: MeetingId): Promise<readonly StoredEntry[]>;
  /** Keeps a sealed record under a name, replacing the one before; durable when it resolves. */
  putRecord(name: string, sealed: Bytes): Promise<Result<null, VaultFailure>>;
  /** The names and sealed bytes of every record whose name begins with `prefix`, in order of name. */
  records(prefix: string): Promise<readonly { readonly name: string; readonly sealed: Bytes }[]>;
  /** Drops everything kept of a meeting, and the records whose names begin with `recordPrefix`. */
  forget(meeting: MeetingId, recordPrefix: string): Promise<void>;
  /** The key that seals this vault's records: AES-256-GCM, not extractable. */
  sealingKey(): Promise<CryptoKey>;
}

/** Why a vault could not keep something. Nothing kept before is affected. */
export type VaultFailure = "vault-full" | "vault-unavailable";

/** A document handed to the person, to be kept where they choose. */
export interface OutgoingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
}

/**
 * What runs the program: an Electron window or a browser tab. Everything above this interface is the same in both.
 */
export interface Shell {
  readonly kind: "browser" | "desktop";
  readonly vault: Vault;
  /** Offers a file to the person. Resolves to false when they changed their mind. */
  saveFile(file: OutgoingFile): Promise<boolean>;
  /**
   * Makes a paper of a self-contained HTML page. The desktop shell writes a tagged PDF where the person chooses; the
   * browser shell opens the page with the browser's own print dialog. Resolves to false when they changed their mind.
   */
  savePaper(paper: { readonly name: string; readonly title: string; readonly html: string }): Promise<boolean>;
  /** The signaling servers this device can offer to a meeting that begins here: `ws:` or `wss:` URLs. */
  signalingUrls(): Promise<readonly string[]>;
  /** The address under which another laptop opens this program, without fragment; an invitation is appended to it. */
  invitationBase(): Promise<string>;
}
