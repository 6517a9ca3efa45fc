import * as v from "valibot";
import type { Bytes } from "../crypto/bytes.ts";
import type { Digest } from "../feed/ids.ts";
import { DigestSchema, VoiceIdSchema } from "../meeting/shapes.ts";
import { canonicalHash } from "./canonical.ts";
import { copyFor } from "./copy.ts";
import { HashSchema, MomentSchema } from "./signed-documents.ts";
import type { Copy, Revision } from "./statements.ts";
import { text } from "./texts.ts";

/**
 * What every consent is to: it binds the whole frozen text and each reader's copy, and shows neither. One copy, its salt and
 * the root are enough to prove that this copy is what everyone consented to, and tell nothing of the others.
 */
export const RootSchema = v.strictObject({
  format: v.literal("polyphony/root/1"),
  meeting: text(64),
  frozenAt: MomentSchema,
  supersedes: v.nullable(DigestSchema),
  /** Every voice whose consent it needs; `aloud` is one without a device, whose yes is written down and witnessed. */
  voices: v.array(v.strictObject({ id: VoiceIdSchema, aloud: v.optional(v.literal(true)) })),
  /** SHA-256 of the canonical form of the revision, which holds the salts of all copies and so cannot be guessed at. */
  text: HashSchema,
  /** The commitment to each reader's copy. */
  copies: v.array(HashSchema),
});
export type Root = v.InferOutput<typeof RootSchema>;

/** The parts of a copy with the SHA-256 of each, so that a changed letter can be told by its place. */
export const ManifestSchema = v.array(v.strictObject({ part: text(80), sha256: HashSchema }));
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** What everyone consents to when they consent to a revision. The same on every laptop. */
export async function rootOf(revision: Revision): Promise<Root> {
  const { meeting, frozenAt, supersedes, voices, readers } = revision;
  // What is the same in several copies is hashed once: else a text for many readers would keep every laptop busy.
  const known = new Map<object, Promise<string>>();
  const commitments = readers.map(async ({ id, salt }) =>
    commitmentTo(await manifestOf(copyFor(revision, id), known), salt),
  );
  return {
    format: "polyphony/root/1",
    meeting,
    frozenAt,
    supersedes,
    voices: voices.map(({ id, aloud }) => (aloud === undefined ? { id } : { id, aloud })),
    text: await hashOf(revision),
    copies: await Promise.all(commitments),
  };
}

/** The name of what a root binds: SHA-256 of its canonical form, in lower-case hex. */
export async function digestOfRoot(root: Root): Promise<Digest> {
  // A branded type has no other constructor than the cast in its one making place.
  return (await hashOf(root)) as Digest;
}

/** The name of a revision. One changed letter, name or reader makes another digest. */
export async function digestOf(revision: Revision): Promise<Digest> {
  return digestOfRoot(await rootOf(revision));
}

/**
 * Every field of a copy in exactly one part, in the order of the text, each with its hash. `known` takes the hashes of objects,
 * and gives them where the same object stands in several copies.
 */
export async function manifestOf(copy: Copy, known = new Map<object, Promise<string>>()): Promise<Manifest> {
  const hash = (content: unknown): Promise<string> => {
    if (typeof content !== "object" || content === null) return hashOf({ content });
    const sha256 = known.get(content) ?? hashOf({ content });
    known.set(content, sha256);
    return sha256;
  };
  return Promise.all(partsOf(copy).map(async ([part, content]) => ({ part, sha256: await hash(content) })));
}

/** The commitment to a copy: it binds every part, and without the salt nobody can try guesses against it. */
export async function commitmentTo(manifest: Manifest, salt: string): Promise<string> {
  return hashOf({ format: "polyphony/commitment/1", salt, parts: manifest });
}

/** SHA-256 of the canonical form of a JSON value, in lower-case hex. */
async function hashOf(value: object): Promise<string> {
  return hex(await canonicalHash(value));
}

function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Decisions and utterances are parts of their own, by their place; a part that the copy does not have has no hash. */
function partsOf({ voices, summary, wishes, decisions, tasks, nextMeeting, utterances, ...head }: Copy) {
  const parts: readonly (readonly [string, unknown])[] = [
    ["head", head],
    ["voices", voices],
    ["summary", summary],
    ["wishes", wishes],
    ["decisions", decisions?.length],
    ...(decisions ?? []).map((one, index) => [`decisions/${String(index + 1)}`, one] as const),
    ["tasks", tasks],
    ["next-meeting", nextMeeting],
    ["words", utterances?.length],
    ...(utterances ?? []).map((one, index) => [`words/${String(index + 1)}`, one] as const),
  ];
  return parts.filter(([, content]) => content !== undefined);
}
