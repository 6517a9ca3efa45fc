import { no, ok, type Result } from "../result.ts";
import { verifyConsent, verifyWithdrawal, type ProofFailure } from "./proof.ts";
import { digestOf } from "./root.ts";
import type { ConsentStatement } from "./statements.ts";

/** Why a statement is not what it says it is. No honest program makes one of these. */
export type ConsentFailure = "digest-wrong" | ProofFailure;

/**
 * Checks once, on receipt, what takes hashing or a signature: that a proposed revision has the digest it is proposed
 * under, and that a consent is signed by the voice it names. The fold only sees statements that passed.
 */
export async function verifyConsentStatement(statement: ConsentStatement): Promise<Result<null, ConsentFailure>> {
  switch (statement.kind) {
    case "revision-proposed":
      return (await digestOf(statement.revision)) === statement.digest ? ok(null) : no("digest-wrong");
    case "consent-given":
      return statement.document.revision === statement.digest ? verifyConsent(statement.document) : no("digest-wrong");
    case "consent-withdrawn":
      return statement.document.revision === statement.digest
        ? verifyWithdrawal(statement.document)
        : no("digest-wrong");
    case "consent-withheld":
    case "consent-taken-back":
      return ok(null);
  }
}
