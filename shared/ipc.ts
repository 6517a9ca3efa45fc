import * as v from "valibot";

import type { Bytes } from "./crypto/bytes.ts";
import type { FeedId, MeetingId } from "./feed/ids.ts";
import type { Result } from "./result.ts";
import { readRoomAddress } from "./room/address.ts";
import type {
  HostingView,
  KeptEntries,
  KeptRecord,
  OutgoingFile,
  OutgoingPaper,
  StoredEntry,
  VaultFailure,
  VisitFailure,
} from "./shell.ts";

/**
 * What a desktop window may ask of the process that opened it; its page finds this as `window.polyphony`. The one
 * contract between the two: channel names and the checks on arguments are derived below from these calls, the
 * preload offers exactly them and main answers exactly them.
 */
export interface Bridge {
  /** Offers a file through the system's own dialog. `false`: nothing was saved, and the person knows why. */
  saveFile(file: OutgoingFile): Promise<Result<boolean, Refusal>>;
  /** Makes a tagged PDF of a self-contained page and gives it back (`PrintedPdfSchema`); nothing is written anywhere. */
  printPaper(paper: OutgoingPaper): Promise<Result<Bytes, Refusal | "not-printed">>;
  /** The signaling servers this laptop offers to a meeting that begins here. */
  signalingUrls(): Promise<Result<readonly string[], Refusal | "not-hosting">>;
  /** The address under which another laptop opens this program. */
  invitationBase(): Promise<Result<string, Refusal | "not-hosting">>;
  /** The room that this laptop opens to others, call by call as `Hosting` in `shell.ts` promises it. */
  hosting(): Promise<Result<HostingView, Refusal | "not-hosting">>;
  openRoom(): Promise<Result<null, Refusal | "not-hosting">>;
  closeRoom(): Promise<Result<null, Refusal | "not-hosting">>;
  lookAround(): Promise<Result<null, Refusal | "not-hosting">>;
  offerInvitation(invitation: string | null): Promise<Result<null, Refusal | "not-hosting">>;
  /** The invitation that another laptop's open room shows, as `Shell.visitRoom` promises it. */
  visitRoom(room: string): Promise<Result<string, Refusal | VisitFailure>>;
  /** The vault of this device, call by call as `Vault` in `shell.ts` promises it. */
  appendEntries(meeting: MeetingId, entries: readonly StoredEntry[]): Promise<Result<null, Refusal | VaultFailure>>;
  replaceEntries(meeting: MeetingId, entries: readonly StoredEntry[]): Promise<Result<null, Refusal | VaultFailure>>;
  readEntries(meeting: MeetingId): Promise<Result<KeptEntries, Refusal | VaultFailure>>;
  putRecord(name: string, sealed: Bytes): Promise<Result<null, Refusal | VaultFailure>>;
  readRecords(prefix: string): Promise<Result<readonly KeptRecord[], Refusal | VaultFailure>>;
  forgetMeeting(meeting: MeetingId, recordPrefix: string): Promise<Result<null, Refusal | VaultFailure>>;
  /** The 32 bytes of the key that seals this device's records. Whoever asks wipes them after use. */
  sealingKey(): Promise<Result<Bytes, KeyTrouble | Refusal>>;
  /** Who keeps that key when the program is not running. */
  keyProtection(): Promise<Result<KeyProtection, KeyTrouble | Refusal>>;
}

/** Who keeps the key that seals this device's records: the system's keychain, or nobody, and then it lies beside them. */
export type KeyProtection = "keychain" | "none";

/** Why there is no key: the keychain keeps it and does not give it, or the place where it lies is in trouble. */
export type KeyTrouble = VaultFailure | "keychain-refused";

/** The name of one call. */
export type CallName = keyof Bridge;

/** Why a call was turned away before anything was done: it came from a page that is not ours, or made no sense. */
export type Refusal = "malformed" | "not-our-page";

/**
 * The kinds of file the program hands out, each with the ending its name must have. A page can ask for nothing else,
 * so that nothing it hands out can be started as a program.
 */
export const fileEndings = {
  "application/fhir+json": "json",
  "application/json": "json",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.polyphony+json": "polyphony",
  "text/html": "html",
  "text/markdown": "md",
  "text/plain": "txt",
} as const;

/** A media type the program hands out, without parameters. */
export type OutgoingMediaType = keyof typeof fileEndings;

/** The part of an invitation from `#` on, as it may be shown to whoever opens an address of the room. */
export const OFFERED_INVITATION = /^#join=[A-Za-z0-9_-]{1,4000}$/;

const mostBytes = 256 * 1024 * 1024;
const mostCharacters = 64 * 1024 * 1024;
const mostKeptBytes = 8 * 1024 * 1024;
/** What a voice keeps for itself is one record, with words in it that may be far too long to be said. */
const mostRecordBytes = 64 * 1024 * 1024;
/** As many as can be numbered in a database key beside their feed's number. */
const mostSeq = 2 ** 32 - 1;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
// Parameters, such as a charset, are dropped: what the program writes is UTF-8.
const mediaType = v.pipe(
  v.string(),
  v.transform((given) => given.split(";", 1)[0]?.trim().toLowerCase()),
  v.picklist(Object.keys(fileEndings) as OutgoingMediaType[]),
);
const bytes = bytesUpTo(mostBytes);
const keptBytes = bytesUpTo(mostKeptBytes);
const meeting = v.custom<MeetingId>((given) => typeof given === "string" && /^[A-Za-z0-9_-]{43}$/.test(given));
const feed = v.custom<FeedId>(
  (given) => typeof given === "string" && /^did:key:z[1-9A-HJ-NP-Za-km-z]{1,100}\/[A-Za-z0-9_-]{22}$/.test(given),
);
const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostSeq));
const entries = v.array(v.strictObject({ feed, seq, bytes: keptBytes }));

/** The arguments of every call as they must be when they arrive. What they lack or have too much is refused. */
export const callArguments = {
  saveFile: v.strictTuple([v.strictObject({ name, mediaType, bytes })]),
  printPaper: v.strictTuple([v.strictObject({ title: name, html: v.pipe(v.string(), v.maxLength(mostCharacters)) })]),
  signalingUrls: v.strictTuple([]),
  invitationBase: v.strictTuple([]),
  hosting: v.strictTuple([]),
  openRoom: v.strictTuple([]),
  closeRoom: v.strictTuple([]),
  lookAround: v.strictTuple([]),
  visitRoom: v.strictTuple([
    v.pipe(
      v.string(),
      v.maxLength(40),
      v.check((room) => readRoomAddress(room) === room),
    ),
  ]),
  offerInvitation: v.strictTuple([v.nullable(v.pipe(v.string(), v.regex(OFFERED_INVITATION)))]),
  appendEntries: v.strictTuple([meeting, entries]),
  replaceEntries: v.strictTuple([meeting, entries]),
  readEntries: v.strictTuple([meeting]),
  putRecord: v.strictTuple([name, bytesUpTo(mostRecordBytes)]),
  readRecords: v.strictTuple([v.pipe(v.string(), v.maxLength(400))]),
  // No prefix at all would mean every record.
  forgetMeeting: v.strictTuple([meeting, name]),
  sealingKey: v.strictTuple([]),
  keyProtection: v.strictTuple([]),
} satisfies { readonly [Call in CallName]: v.GenericSchema<unknown, Parameters<Bridge[Call]>> };

/** A PDF as it comes back over the bridge, told by the mark that every PDF begins with (ISO 32000-1, 7.5.2). */
export const PrintedPdfSchema = v.pipe(
  bytes,
  v.check((pdf) => [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, place) => pdf[place] === byte)),
);

/** The arguments of a call once they are checked. */
export type CheckedArguments<Call extends CallName> = v.InferOutput<(typeof callArguments)[Call]>;

/** Every call there is. */
// Object.keys forgets that the object has no other keys than those its type names.
export const callNames = Object.keys(callArguments) as readonly CallName[];

/** The channel a call travels on. */
export function channelOf(call: CallName): string {
  return `polyphony:${call}`;
}

function bytesUpTo(mostLength: number) {
  return v.custom<Bytes>(
    (given) => given instanceof Uint8Array && given.buffer instanceof ArrayBuffer && given.byteLength <= mostLength,
  );
}
