import * as v from "valibot";
import type { Bytes } from "../crypto/bytes.ts";
import { fitsInEntry } from "../feed/entry.ts";
import type { Digest, MeetingId, VoiceId } from "../feed/ids.ts";
import { checkMeetingStatement, checkOwner, type StatementFault } from "../meeting/check.ts";
import { isBeyond } from "../meeting/removal.ts";
import { foldMeeting } from "../meeting/fold.ts";
import { compareStated, type Stated } from "../meeting/stated.ts";
import type { MeetingState } from "../meeting/state.ts";
import { MeetingStatementSchema, type MeetingStatement } from "../meeting/statements.ts";
import { no, ok, type Result } from "../result.ts";
import { agreedRevision, openRevision } from "./final.ts";
import { foldConsents } from "./fold.ts";
import type { Revisions } from "./state.ts";
import { verifyWitness } from "./proof.ts";
import type { WitnessDocument } from "./signed-documents.ts";
import {
  heard,
  SpokenStatementSchema,
  takesBack,
  type Heard,
  type Sayable,
  type SpokenStatement,
  type Unwitnessed,
} from "./spoken.ts";
import { ConsentStatementSchema, type ConsentStatement } from "./statements.ts";
import { waitingForAWitness } from "./witnesses.ts";
import { verifyConsentStatement, type ConsentFailure } from "./verify.ts";

/** Every fact that an entry may state. */
export type Statement = ConsentStatement | MeetingStatement | SpokenStatement;

/** All that is true of a meeting: the fold of its checked statements, and nothing else. */
export interface RecordState {
  readonly meeting: MeetingState;
  readonly revisions: Revisions;
  readonly openRevision: Digest | null;
  readonly agreed: Digest | null;
  /** What was said aloud and waits for a witness. */
  readonly unwitnessed: readonly Unwitnessed[];
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const AnyStatement = v.union([MeetingStatementSchema, ConsentStatementSchema, SpokenStatementSchema]);

/** Reads a statement from an entry's payload. */
export function parseStatement(payload: Bytes): Result<Statement, "statement-unreadable"> {
  try {
    const json: unknown = JSON.parse(STRICT_UTF8.decode(payload));
    const parsed = v.safeParse(AnyStatement, json);
    return parsed.success ? { ok: true, value: parsed.output } : no("statement-unreadable");
  } catch {
    return no("statement-unreadable");
  }
}

/** A statement as an entry's payload. */
export function encodeStatement(statement: Statement): Bytes {
  return new TextEncoder().encode(JSON.stringify(statement));
}

/** The checks that need nothing but the statement itself. A voice whose statement fails them has broken a rule. */
export async function checkStatement(
  meeting: MeetingId,
  voice: VoiceId,
  statement: Statement,
): Promise<Result<null, ConsentFailure | StatementFault>> {
  switch (statement.kind) {
    case "spoken":
      return checkSpoken(voice, statement.says);
    case "witnessed":
      return checkWitness(voice, statement.document);
    default:
      return isAboutConsent(statement)
        ? verifyConsentStatement(statement)
        : checkMeetingStatement(meeting, voice, statement);
  }
}

/** What is true when these checked statements have been made, in whatever order they come and however often. */
export function foldRecord(meeting: MeetingId, statements: readonly Stated<Statement>[]): RecordState {
  const inOrder = [...statements].sort(compareStated).filter((one, index, all) => {
    const before = all[index - 1];
    return before === undefined || compareStated(before, one) !== 0;
  });
  const { stated, aloud } = heard(inOrder);
  const state = foldMeeting(stated.filter(statesAboutMeeting));
  const consents = stated
    .filter(statesAboutConsent)
    .filter((one) => takesBack(one.body) || !isBeyond(state.removed, one));
  const revisions = foldConsents(consents, { meeting, state });
  return {
    meeting: state,
    revisions,
    openRevision: openRevision(revisions),
    agreed: agreedRevision(revisions),
    unwitnessed: waitingForAWitness(aloud, revisions).map(({ said }) => said),
  };
}

/** Whether every laptop will read this: in one entry, no part of it longer than what is let in. */
export function isReadByOthers(statement: Statement): boolean {
  const payload = encodeStatement(statement);
  return fitsInEntry(payload) && parseStatement(payload).ok;
}

/** A consent that was said aloud is signed by whoever wrote it down; what has an owner is named by whoever wrote it down. */
async function checkSpoken(scribe: VoiceId, says: Sayable): Promise<Result<null, ConsentFailure | StatementFault>> {
  if (!isAboutConsent(says)) return checkOwner(scribe, says);
  if (says.kind !== "consent-given" && says.kind !== "consent-withdrawn") return ok(null);
  if (says.document.scribe !== scribe) return no("key-of-another");
  return verifyConsentStatement(says);
}

async function checkWitness(
  voice: VoiceId,
  document: WitnessDocument | undefined,
): Promise<Result<null, ConsentFailure>> {
  if (document === undefined) return ok(null);
  return document.witness === voice ? verifyWitness(document) : no("key-of-another");
}

function isAboutConsent(statement: ConsentStatement | MeetingStatement): statement is ConsentStatement {
  return (
    statement.kind === "revision-proposed" ||
    statement.kind === "consent-given" ||
    statement.kind === "consent-withheld" ||
    statement.kind === "consent-taken-back" ||
    statement.kind === "consent-withdrawn"
  );
}

function statesAboutConsent(stated: Heard<ConsentStatement | MeetingStatement>): stated is Heard<ConsentStatement> {
  return isAboutConsent(stated.body);
}

function statesAboutMeeting(stated: Stated<ConsentStatement | MeetingStatement>): stated is Stated<MeetingStatement> {
  return !isAboutConsent(stated.body);
}
