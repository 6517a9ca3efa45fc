import type { Bytes } from "../crypto/bytes.ts";
import type { MeetingId, UtteranceId, VoiceId } from "../feed/ids.ts";
import { meetingBytes } from "../feed/entry.ts";
import type { VerifiedEntry } from "../feed/verify.ts";
import type { StatementFault } from "../meeting/check.ts";
import { checkCondensed } from "../meeting/condense.ts";
import { checkEdit, type EditFault } from "../meeting/edits.ts";
import type { Stated } from "../meeting/stated.ts";
import { ok, type Result } from "../result.ts";
import { checkStatement, parseStatement, type Statement } from "./record.ts";
import type { ConsentFailure } from "./verify.ts";

/** What a verified entry comes to. */
export type Fact =
  /** Its payload was let go of, or has not come: it holds its place in the chain and says nothing. */
  | { readonly kind: "nothing-said" }
  | { readonly kind: "edit"; readonly voice: VoiceId; readonly target: UtteranceId | "summary"; readonly update: Bytes }
  /** Everything that still stands of a voice's edits of the summary, which lets go of the edits themselves. */
  | { readonly kind: "condensed"; readonly update: Bytes; readonly stated: Stated<Statement> }
  | { readonly kind: "statement"; readonly stated: Stated<Statement> };

/** Why an entry is against the rules although its voice has signed it. Nothing of its feed counts from there on. */
export type Fault = ConsentFailure | EditFault | StatementFault | "statement-unreadable";

/**
 * Weighs one verified entry by every rule that needs nothing but the entry: the same answer on every laptop, whatever
 * else has arrived. `clientId` is the Yjs client id derived from the entry's feed.
 */
export async function judge(meeting: MeetingId, entry: VerifiedEntry, clientId: number): Promise<Result<Fact, Fault>> {
  const { voice, feed, seq, at, payload } = entry;
  if (payload === null) return ok({ kind: "nothing-said" });
  if (entry.kind === "edit") {
    const target = await checkEdit(voice, entry.doc, payload, clientId);
    return target.ok ? ok({ kind: "edit", voice, target: target.value, update: payload }) : target;
  }
  const body = parseStatement(payload);
  if (!body.ok) return body;
  const checked = await checkStatement(meeting, voice, body.value);
  if (!checked.ok) return checked;
  const stated = { voice, feed, seq, at, body: body.value };
  if (body.value.kind !== "words-condensed") return ok({ kind: "statement", stated });
  const update = await checkCondensed(meetingBytes(meeting), voice, clientId, body.value);
  if (!update.ok) return update;
  return ok({ kind: "condensed", update: update.value, stated });
}
