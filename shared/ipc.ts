import * as v from "valibot";

import type { Bytes } from "./crypto/bytes.ts";
import type { Result } from "./result.ts";
import type { OutgoingFile, Shell } from "./shell.ts";

/** A self-contained HTML page to be made a paper of. */
type OutgoingPaper = Parameters<Shell["savePaper"]>[0];

/**
 * What a desktop window may ask of the process that opened it; its page finds this as `window.polyphony`. The one
 * contract between the two: channel names and the checks on arguments are derived below from these four calls, the
 * preload offers exactly them and main answers exactly them.
 */
export interface Bridge {
  /** Offers a file through the system's own dialog. `false`: nothing was saved, and the person knows why. */
  saveFile(file: OutgoingFile): Promise<Result<boolean, Refusal>>;
  /** Makes a tagged PDF of a self-contained page and offers it like a file. */
  savePaper(paper: OutgoingPaper): Promise<Result<boolean, Refusal>>;
  /** The signaling servers this laptop offers to a meeting that begins here. */
  signalingUrls(): Promise<Result<readonly string[], Refusal | "not-hosting">>;
  /** The address under which another laptop opens this program. */
  invitationBase(): Promise<Result<string, Refusal | "not-hosting">>;
}

/** The name of one call. */
export type CallName = keyof Bridge;

/** Why a call was turned away before anything was done: it came from a page that is not ours, or made no sense. */
type Refusal = "malformed" | "not-our-page";

/**
 * The kinds of file the program hands out, each with the ending its name must have. A page can ask for nothing else,
 * so that nothing it hands out can be started as a program.
 */
export const fileEndings = {
  "application/json": "json",
  "application/pdf": "pdf",
  "text/html": "html",
  "text/markdown": "md",
  "text/plain": "txt",
} as const;

/** A media type the program hands out, without parameters. */
export type OutgoingMediaType = keyof typeof fileEndings;

const mostBytes = 256 * 1024 * 1024;
const mostCharacters = 64 * 1024 * 1024;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
// Parameters, such as a charset, are dropped: what the program writes is UTF-8.
const mediaType = v.pipe(
  v.string(),
  v.transform((given) => given.split(";", 1)[0]?.trim().toLowerCase()),
  v.picklist(Object.keys(fileEndings) as OutgoingMediaType[]),
);
const bytes = v.custom<Bytes>(
  (given) => given instanceof Uint8Array && given.buffer instanceof ArrayBuffer && given.byteLength <= mostBytes,
);

/** The arguments of every call as they must be when they arrive. What they lack or have too much is refused. */
export const callArguments = {
  saveFile: v.strictTuple([v.strictObject({ name, mediaType, bytes })]),
  savePaper: v.strictTuple([
    v.strictObject({ name, title: name, html: v.pipe(v.string(), v.maxLength(mostCharacters)) }),
  ]),
  signalingUrls: v.strictTuple([]),
  invitationBase: v.strictTuple([]),
} satisfies { readonly [Call in CallName]: v.GenericSchema<unknown, Parameters<Bridge[Call]>> };

/** The arguments of a call once they are checked. */
export type CheckedArguments<Call extends CallName> = v.InferOutput<(typeof callArguments)[Call]>;

/** Every call there is. */
// Object.keys forgets that the object has no other keys than those its type names.
export const callNames = Object.keys(callArguments) as readonly CallName[];

/** The channel a call travels on. */
export function channelOf(call: CallName): string {
  return `polyphony:${call}`;
}
