import { canonicalText } from "../consent/canonical.ts";
import { copyFor } from "../consent/copy.ts";
import { isFinal } from "../consent/final.ts";
import { signDocument } from "../consent/proof.ts";
import { manifestOf, rootOf } from "../consent/root.ts";
import { CONSENT_CONTEXT } from "../consent/signed-documents.ts";
import type { ProposedRevision } from "../consent/state.ts";
import type { ReaderName } from "../consent/statements.ts";
import type { VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import type { Agreement, Bundle } from "./bundle-shape.ts";
import { refuseUnlessFinal, type NotExported } from "./record.ts";
import { verifyBundle } from "./verify.ts";

/** Who takes a bundle along: one of the voices of the record, with its own key. */
export interface Maker {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
}

/** Why there is no bundle. */
export type NotBundled =
  | NotExported
  /** Whoever takes it along is no voice of this record, or one without a key of its own. */
  | "not-a-voice"
  /** There is nothing to tell: no yes was withdrawn, and no later text takes its place. */
  | "nothing-to-tell"
  /** A stranger could not check it: who wrote a yes down, or heard it, is no voice of this record. */
  | "not-provable";

interface Making {
  readonly proposed: ProposedRevision;
  /** The agreed text that takes the place of this one, if there is one. */
  readonly supersededBy: ProposedRevision | null;
  readonly madeBy: Maker;
  readonly madeAtMs: number;
}

/**
 * The text of a `.polyphony` file: one reader's copy of an agreed record with everything that proves it. Whatever is made
 * here verifies (`verifyBundle`), and tells nothing of other readers. Throws for a reader whom the record does not name.
 */
export async function makeBundle(
  making: Making & { readonly reader: ReaderName },
): Promise<Result<string, NotBundled>> {
  const { proposed, reader } = making;
  const gate = refuseUnlessFinal(proposed);
  if (!gate.ok) return gate;
  const copy = copyFor(proposed.revision, reader);
  const salt = proposed.revision.readers.find(({ id }) => id === reader)?.salt;
  if (salt === undefined) throw new Error("no copy was frozen for this reader");
  return signed(making, { type: "PolyphonyCopy", copy, salt, manifest: await manifestOf(copy) });
}

/**
 * The same without any words, for those who hold copies already: that a voice has withdrawn its yes, or that a later text
 * was agreed to.
 */
export async function makeNotice(making: Making): Promise<Result<string, NotBundled>> {
  if (!isFinal(making.proposed)) return no("not-final");
  if (withdrawalsOf(making.proposed).length === 0 && making.supersededBy === null) return no("nothing-to-tell");
  return signed(making, { type: "PolyphonyNotice", copy: null, salt: null, manifest: null });
}

type Said = Pick<Bundle, "copy" | "manifest" | "salt" | "type">;

async function signed(
  { proposed, supersededBy, madeBy, madeAtMs }: Making,
  said: Said,
): Promise<Result<string, NotBundled>> {
  const { voices } = proposed.revision;
  if (!voices.some(({ id, aloud = false }) => id === madeBy.id && !aloud)) return no("not-a-voice");
  if (supersededBy !== null && (!isFinal(supersededBy) || supersededBy.revision.supersedes !== proposed.digest)) {
    throw new Error("only an agreed text that supersedes another takes its place");
  }
  const madeAt = new Date(madeAtMs).toISOString();
  const unsigned = {
    "@context": [CONSENT_CONTEXT],
    format: "polyphony/bundle/1",
    ...said,
    ...(await agreementTo(proposed)),
    withdrawals: withdrawalsOf(proposed),
    supersededBy: supersededBy === null ? null : await agreementTo(supersededBy),
    madeBy: madeBy.id,
    madeAt,
  } satisfies Omit<Bundle, "proof">;
  const text = canonicalText(await signDocument(unsigned, madeBy, madeAt));
  return (await verifyBundle(text)).ok ? ok(text) : no("not-provable");
}

/** What shows that everyone has said yes, of a revision that is final. */
async function agreementTo({ revision, answers }: ProposedRevision): Promise<Agreement> {
  const yeses = revision.voices.map(({ id }) => {
    const answer = answers.get(id);
    if (answer === undefined || answer.answer === "not-yet")
      throw new Error("every voice of a final text has said yes");
    return answer;
  });
  return {
    root: await rootOf(revision),
    consents: yeses.map(({ document }) => document),
    witnesses: yeses.flatMap(({ witness }) => (witness === null ? [] : [witness])),
  };
}

function withdrawalsOf({ revision, answers }: ProposedRevision): Bundle["withdrawals"] {
  return revision.voices.flatMap(({ id }) => {
    const answer = answers.get(id);
    return answer?.answer === "withdrawn" ? [answer.withdrawal] : [];
  });
}
