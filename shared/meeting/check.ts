import { publicKeyOfDid } from "../crypto/did.ts";
import type { MeetingId, VoiceId } from "../feed/ids.ts";
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
    case "utterance-begun":
    case "utterance-said":
    case "utterance-discarded":
      return ownedBy(voice, body.utterance);
    case "decision-worded":
    case "left-open":
      return ownedBy(voice, body.decision);
    default:
      return ok(null);
  }
}

async function ownedBy(voice: VoiceId, id: Parameters<typeof owns>[1]): Promise<Result<null, StatementFault>> {
  const publicKey = publicKeyOfDid(voice);
  return publicKey.ok && owns(await writerMark(publicKey.value), id) ? ok(null) : no("not-the-owner");
}
