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
 * under a meeting's key, a voice's, or the vault's own. Whatever fails, what was kept before stays kept.
 */
export interface Vault {
  /** Where it keeps what it is given: on the disk where nothing is said, or only for as long as this window is open. */
  readonly keeps?: "disk" | "window";
  /**
   * Takes a meeting for this window, so that no two windows write over each other what they keep of it. One that has it already
   * is asked for it only where that is wished. `give` is called when this window is asked, and keeps what is unsaved: then the
   * meeting is the other's. Gives out what releases it. Absent where no two windows have one vault.
   */
  take?(
    meeting: MeetingId,
    wish: { readonly ask: boolean; readonly give: () => Promise<void> },
  ): Promise<Result<() => void, "open-elsewhere">>;
  /** Durable when it resolves: the entries survive the process being killed and the power failing. All or none are kept. */
  append(meeting: MeetingId, entries: readonly StoredEntry[]): Promise<Result<null, VaultFailure>>;
  /**
   * Puts other bytes in the place of entries, all or none; durable when it resolves, and then nothing is left of the bytes
   * before: not in this vault's files, nor in what its files have let go of.
   */
  replace(meeting: MeetingId, entries: readonly StoredEntry[]): Promise<Result<null, VaultFailure>>;
  /** Everything kept of a meeting, each feed in ascending `seq`; feeds in no particular order. */
  read(meeting: MeetingId): Promise<Result<KeptEntries, VaultFailure>>;
  /** Keeps a sealed record under a name, replacing the one before; durable when it resolves. */
  putRecord(name: string, sealed: Bytes): Promise<Result<null, VaultFailure>>;
  /** The names and sealed bytes of every record whose name begins with `prefix`, in order of name. */
  records(prefix: string): Promise<Result<readonly KeptRecord[], VaultFailure>>;
  /** Drops everything kept of a meeting, and the records whose names begin with `recordPrefix`; nothing is left of either. */
  forget(meeting: MeetingId, recordPrefix: string): Promise<Result<null, VaultFailure>>;
  /** The key that seals this vault's records: AES-256-GCM, not extractable. */
  sealingKey(): Promise<CryptoKey>;
}

/** What a vault has of one meeting. */
export interface KeptEntries {
  readonly entries: readonly StoredEntry[];
  /** Whether some of what was kept cannot be read any more. `entries` is all that can; the rest is on other laptops. */
  readonly damaged: boolean;
}

/** A sealed record and its name. */
export interface KeptRecord {
  readonly name: string;
  readonly sealed: Bytes;
}

/** Why a vault could not do what it was asked. Nothing kept before is affected. */
export type VaultFailure =
  /** Nothing can be read of what was kept here. */
  | "vault-damaged"
  | "vault-full"
  /** Another program, or another run of this one, holds it. */
  | "vault-locked"
  /** It was written by a newer version of the program, which may mean things by it that this one does not know. */
  | "vault-newer"
  | "vault-read-only"
  | "vault-unavailable";

/** Why a passphrase did not do what was wished. Nothing was changed. */
export type PassphraseFailure =
  | VaultFailure
  /** This computer could not do the work that makes a passphrase hard to try: it has no room for it just now. */
  | "passphrase-too-heavy"
  | "passphrase-wrong";

/** A passphrase that a person may set for the vault of this device. Nothing here shortens the time it takes to try one. */
export interface PassphraseLock {
  /** Whether one is asked for at every start. */
  isSet(): Promise<Result<boolean, VaultFailure>>;
  /** Sets, changes (`present` is the one that holds now) or takes away (`next` is null). Afterwards the one before opens nothing. */
  change(wish: {
    readonly present: string | null;
    readonly next: string | null;
  }): Promise<Result<null, PassphraseFailure>>;
}

/** A document handed to the person, to be kept where they choose. */
export interface OutgoingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
}

/** A self-contained HTML page to be printed, and what its paper is called. */
export interface OutgoingPaper {
  readonly title: string;
  readonly html: string;
}

/** What became of a page that was to be printed. */
export type Printed =
  /** A tagged PDF, as the engine makes it: without a title, and nobody was asked yet where it is to go. */
  | { readonly kind: "made"; readonly pdf: Bytes }
  /** The browser's own dialog prints it, or saves it as a PDF; the program does not see what comes of that. */
  | { readonly kind: "printing" }
  /** There is no paper: the engine failed, or the browser did not let the page be opened. */
  | { readonly kind: "not-printed" };

/**
 * What runs the program: an Electron window or a browser tab. Everything above this interface is the same in both.
 */
export interface Shell {
  readonly kind: "browser" | "desktop";
  readonly vault: Vault;
  /** The lock that a person may put on what is kept here. Absent where the system keeps the vault's key, if it can. */
  readonly passphrase?: PassphraseLock;
  /** Whether the system keeps the vault's key, so that it does not lie beside what it seals. Absent where nobody asks it. */
  keyKeptBySystem?(): Promise<boolean>;
  /** Offers a file to the person. Resolves to false when they changed their mind. */
  saveFile(file: OutgoingFile): Promise<boolean>;
  /** Prints a self-contained HTML page, as far as this shell can by itself. */
  printPaper(paper: OutgoingPaper): Promise<Printed>;
  /** The signaling servers this device can offer to a meeting that begins here: `ws:` or `wss:` URLs. */
  signalingUrls(): Promise<readonly string[]>;
  /** The address under which another laptop opens this program, without fragment; an invitation is appended to it. */
  invitationBase(): Promise<string>;
  /** The invitation that the laptop offers which this page came from, from `#` on. Absent except in a guest's browser. */
  readonly offeredInvitation?: () => Promise<string | null>;
  /**
   * The invitation that an open room shows to those who come by its address alone, from `#` on. The room's URL is as
   * `readRoomAddress` gives it. Absent where the page itself goes to that address: in a browser.
   */
  readonly visitRoom?: (room: string) => Promise<Result<string, VisitFailure>>;
  /** Lets other laptops in this room reach the program. Absent where this window does not decide that: in a guest's browser. */
  readonly hosting?: Hosting;
}

/** Why a room's address leads nowhere: no open room answers there, or it shows no invitation. */
export type VisitFailure = "no-room" | "nothing-offered";

/** The program on offer to other laptops in the room, or not, as the person wishes. It is not until they say so. */
export interface Hosting {
  /** The same object until something in it changes. */
  view(): HostingView;
  /** Calls `listener` whenever the view has changed, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Listens beyond this machine from now on: the system's firewall may ask about it. */
  openRoom(): Promise<Result<null, "not-hosting">>;
  /** Ends that, and every connection that came of it. */
  closeRoom(): Promise<void>;
  /** Looks for other rooms near here for the next minute. Only when wished: the system may ask whether the program may. */
  lookAround(): Promise<void>;
  /**
   * Shows an invitation (its part from `#` on) to whoever opens an address of the room without one, as long as the room is open.
   * Null: none any more.
   */
  offer(invitation: string | null): Promise<void>;
}

/** How the program is on offer at present. */
export interface HostingView {
  readonly isOpen: boolean;
  /** Where other laptops open the program: https URLs ending in a slash, the likeliest first. May be empty without a network. */
  readonly addresses: readonly string[];
  /** SHA-256 of the certificate they see: 64 hexadecimal digits. Null while the room is closed. */
  readonly fingerprint: string | null;
  /** What this laptop is called in the room: "blue kettle". Null while the room is closed. */
  readonly words: string | null;
  /** Other rooms that were seen near here in the last seconds. What they say of themselves is not proved. */
  readonly nearby: readonly NearbyRoom[];
}

/** A room that another laptop says is open. */
export interface NearbyRoom {
  readonly words: string;
  /** Where it opens: an https URL ending in a slash. */
  readonly url: string;
  /** The first 16 hexadecimal digits of its certificate's SHA-256. */
  readonly fingerprint: string;
}
