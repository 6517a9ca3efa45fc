import * as v from "valibot";
import { ManifestSchema, RootSchema } from "../consent/root.ts";
import {
  ConsentDocumentSchema,
  ContextSchema,
  MomentSchema,
  ProofSchema,
  WithdrawalDocumentSchema,
  WitnessDocumentSchema,
} from "../consent/signed-documents.ts";
import { CopySchema } from "../consent/statements.ts";
import { BASE64_32, VoiceIdSchema } from "../meeting/shapes.ts";
import { no, ok, type Result } from "../result.ts";

/**
 * A bundle is what proves a copy to a stranger: the copy, what everyone consented to, and every consent. It is one JSON
 * document in its canonical form (RFC 8785), signed as a whole by the voice that took it along. A notice is the same without
 * the copy: it tells those who hold one what has become of it, and has no words in it.
 */

/** The longest bundle that is read, in UTF-16 code units. */
const LONGEST = 16 * 1024 * 1024;
/** As many voices as no meeting has: who asks to have more signatures checked wants to keep somebody waiting. */
export const MOST_VOICES = 500;

/** Proof that every voice a root names has said yes to it. It tells nothing of the text. */
const AGREEMENT = {
  root: RootSchema,
  /** One of each voice, in the order of the root. */
  consents: v.pipe(v.array(ConsentDocumentSchema), v.maxLength(MOST_VOICES)),
  /** One of each yes that was said aloud, in the same order. */
  witnesses: v.pipe(v.array(WitnessDocumentSchema), v.maxLength(MOST_VOICES)),
} as const;

const ALWAYS = {
  "@context": ContextSchema,
  format: v.literal("polyphony/bundle/1"),
  ...AGREEMENT,
  withdrawals: v.pipe(v.array(WithdrawalDocumentSchema), v.maxLength(MOST_VOICES)),
  /** That a later text was agreed to, which takes the place of this one. */
  supersededBy: v.nullable(v.strictObject(AGREEMENT)),
  /** The voice that took it along, and signs for its being whole. */
  madeBy: VoiceIdSchema,
  madeAt: MomentSchema,
  proof: ProofSchema,
} as const;

export const BundleSchema = v.variant("type", [
  v.strictObject({
    ...ALWAYS,
    type: v.literal("PolyphonyCopy"),
    copy: CopySchema,
    salt: v.pipe(v.string(), v.regex(BASE64_32)),
    manifest: ManifestSchema,
  }),
  v.strictObject({
    ...ALWAYS,
    type: v.literal("PolyphonyNotice"),
    copy: v.null(),
    salt: v.null(),
    manifest: v.null(),
  }),
]);
export type Bundle = v.InferOutput<typeof BundleSchema>;
export type Agreement = Pick<Bundle, "consents" | "root" | "witnesses">;

/** Reads a bundle of any origin, as far as its shape goes; whether it is true is for `verifyBundle`. */
export function parseBundle(text: string): Result<Bundle, "too-large" | "unreadable"> {
  if (text.length > LONGEST) return no("too-large");
  try {
    // One thing that is wrong is enough: a hostile file could have millions, each to be remembered.
    const parsed = v.safeParse(BundleSchema, JSON.parse(text), { abortEarly: true });
    return parsed.success ? ok(parsed.output) : no("unreadable");
  } catch {
    return no("unreadable");
  }
}

/** How the file with a bundle is called: as its meeting, with nothing in it that a file system or a page would stumble over. */
export function bundleFileName(title: string): string {
  const plain = title
    .replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[ .]+|[ .]+$/gu, "");
  const short = Array.from(plain).slice(0, 80).join("").trim();
  return `${short === "" ? "Polyphony" : short}.polyphony`;
}
