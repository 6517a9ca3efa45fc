import { publicKeyOfDid } from "../crypto/did.ts";
import type { MeetingId, OwnedId, VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { isFounder } from "./meeting-id.ts";
import { owns, writerMark } from "./owned-id.ts";
import type { MeetingStatement } from "./statements.ts";

/** Why a statement can never be true, whatever else is known: a voice that makes one has broken a rule. */
export type StatementFault = "not-the-founder" | "not-the-owner";

/**
 * The rules that need nothing but the statement itself, checked once on receipt, before the fold: only the founder can
 * begin the meeting, and only the owner of an utterance or decision can speak for it.
 */
export async function checkMeetingStatement(
  meeting: MeetingId,
  voice: VoiceId,
  body: MeetingStatement,
): Promise<Result<null, StatementFault>> {
  switch (body.kind) {
    case "meeting-begun":
      return (await isFounder(meeting, voice, body.nonce)) ? ok(null) : no("not-the-founder");
    default:
      return checkOwner(voice, body);
  }
}

/** Whether what a statement is about is its writer's own, where it names something that has an owner. */
export async function checkOwner(writer: VoiceId, body: MeetingStatement): Promise<Result<null, "not-the-owner">> {
  const id = ownedIn(body);
  return id === null ? ok(null) : ownedBy(writer, id);
}

/** What is spoken for in these statements can be spoken for by its owner alone. */
function ownedIn(statement: MeetingStatement): OwnedId | null {
  switch (statement.kind) {
    case "utterance-begun":
    case "utterance-said":
    case "utterance-discarded":
      return statement.utterance;
    case "decision-worded":
    case "left-open":
      return statement.decision;
    case "way-considered":
      return statement.way;
    case "task-taken-on":
      return statement.task;
    case "wish-worded":
      // To take a wish back needs its voice and no more: somebody else may write that down than who wrote down the wish.
      return statement.text.trim() === "" ? null : statement.wish;
    case "absent-noted":
    case "absent-let-go":
      return statement.absent;
    case "reader-named":
      return statement.reader;
    case "page-shared":
    case "page-taken-back":
      return statement.page;
    default:
      return null;
  }
}

async function ownedBy(voice: VoiceId, id: OwnedId): Promise<Result<null, "not-the-owner">> {
  const publicKey = publicKeyOfDid(voice);
  return publicKey.ok && owns(await writerMark(publicKey.value), id) ? ok(null) : no("not-the-owner");
}
