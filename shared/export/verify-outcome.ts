import type { Copy } from "../consent/statements.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import type { Part } from "../meeting/shapes.ts";

/** Why a part of a file is not as it has to be. */
export type Why =
  /** It is not what was consented to, or not what was sealed. */
  | "changed"
  /** It is not there. */
  | "missing"
  /** It is there, and was not when everyone consented. */
  | "added"
  /** A signature does not hold. */
  | "not-signed"
  /** Someone speaks, signs or heard for another who may not. */
  | "not-theirs"
  /** It belongs to another text or another meeting. */
  | "of-another-text"
  /** It is not written in the one spelling that bundles have. */
  | "spelled-otherwise"
  | "unreadable"
  | "too-large"
  /** It is neither a bundle nor a page nor a PDF. */
  | "not-known"
  /** There is no bundle in it. */
  | "no-proof";

/**
 * What is wrong with a file, and where: `file`, `seal`, `maker`, `root`, `copy` (all of it), a part of the copy as its
 * manifest calls it (`head`, `voices`, `summary`, `decisions/2`, `words/5` …), `consents/3`, `witnesses/1`,
 * `withdrawals/1`, or any of these behind `superseded-by/`. Numbers begin at 1.
 */
export interface Fault {
  readonly part: string;
  readonly why: Why;
}

/** A voice of the record as this copy calls it, and its yes. */
export interface VerifiedVoice {
  readonly id: VoiceId;
  /** As no other voice of the copy is called. Where the copy has no name, or there is no copy: the end of its key. */
  readonly name: string;
  readonly kind: Part | null;
  /** When it said yes, in ISO 8601, as it claims. */
  readonly saidYesAt: string;
  /** The end of the key that signed it, as a paper has it: its own, or that of whoever wrote it down. */
  readonly shortKey: string;
  /** Of a voice without a device: by name who wrote its yes down, and who heard it too. */
  readonly aloud: { readonly scribe: string; readonly witness: string } | null;
}

/** A later text that was agreed to and takes the place of this one. */
export interface Successor {
  readonly digest: Digest;
  /** When the last voice said yes to it. */
  readonly agreedAt: string;
  /** Everyone who has said yes to it. */
  readonly voices: readonly VoiceId[];
}

/** That a voice took its yes back. */
export interface TakenBack {
  readonly id: VoiceId;
  readonly name: string;
  /** When it had said the yes that it took back, by which that is told from a yes given again since. */
  readonly saidYesAt: string;
  readonly withdrawnAt: string;
}

/** What came of checking a file. Everything but `faults` is what the file says; it is proven where `ok` is true. */
export interface Verification {
  readonly ok: boolean;
  readonly faults: readonly Fault[];
  readonly form: "bundle" | "html" | "pdf" | null;
  /** Whether it has no words and only tells what has become of a record. */
  readonly notice: boolean;
  readonly meeting: { readonly id: string; readonly name: string } | null;
  /** For whom this copy is, as `readerName` has it; empty for everyone who was in the room. */
  readonly reader: string;
  readonly frozenAt: string | null;
  readonly digest: Digest | null;
  readonly voices: readonly VerifiedVoice[];
  readonly supersedes: Digest | null;
  readonly supersededBy: Successor | null;
  readonly withdrawn: readonly TakenBack[];
  /** What was taken back and, as another file or this laptop proves, given again since. */
  readonly givenAgain: readonly (TakenBack & { readonly givenAgainAt: string })[];
  readonly madeBy: string;
  readonly madeAt: string | null;
  readonly copy: Copy | null;
}

/** A file of which nothing can be said but what is wrong with it. */
export function nothingVerified(fault: Fault, form: Verification["form"] = null): Verification {
  return {
    ok: false,
    faults: [fault],
    form,
    notice: false,
    meeting: null,
    reader: "",
    frozenAt: null,
    digest: null,
    voices: [],
    supersedes: null,
    supersededBy: null,
    withdrawn: [],
    givenAgain: [],
    madeBy: "",
    madeAt: null,
    copy: null,
  };
}

/** How much can be said of a file. */
export type Outcome =
  /** The proof inside it holds; the page or paper around that was changed. */
  "around" | "changed" | "holds" | "notice" | "unknown";

/** How much can be said of this file. One in which no record could be read is never called changed. */
export function outcomeOf({ ok, notice, digest, form, faults }: Verification): Outcome {
  if (ok) return notice ? "notice" : "holds";
  // Of a file in which no record could be read nobody can say that it was changed.
  if (digest === null) return "unknown";
  const sealed = form === "html" || form === "pdf";
  const isAround = faults.every(({ part, why }) => part === "seal" || (part === "file" && why === "changed"));
  return sealed && isAround ? "around" : "changed";
}

/** Whether what a file tells is proven, whatever the page or paper around the proof shows. */
export function isProven(verification: Verification): boolean {
  const outcome = outcomeOf(verification);
  return outcome === "holds" || outcome === "notice" || outcome === "around";
}

/** Of the voices of a record: which said yes to the later one, which it did not ask, and how many others said yes to that. */
export function askedLater(
  later: Successor,
  before: readonly VerifiedVoice[],
): { readonly agreed: readonly string[]; readonly notAsked: readonly string[]; readonly others: number } {
  const asked = new Set(later.voices);
  const agreed = before.filter(({ id }) => asked.has(id)).map(({ name }) => name);
  const notAsked = before.filter(({ id }) => !asked.has(id)).map(({ name }) => name);
  return { agreed, notAsked, others: asked.size - agreed.length };
}
