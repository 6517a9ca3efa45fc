import { checkStatement, type Statement } from "../../shared/consent/record.ts";
import { foldRecord } from "../../shared/consent/record.ts";
import { signConsent, signWithdrawal, signWitness } from "../../shared/consent/proof.ts";
import { freezeRevision, type Freezing } from "../../shared/consent/revision.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { ConsentDocument } from "../../shared/consent/signed-documents.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { ClaimedAt } from "../../shared/feed/clock.ts";
import type { Digest, FeedId } from "../../shared/feed/ids.ts";
import type { Heads } from "../../shared/meeting/shapes.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { readerOf } from "./owned-ids.ts";
import { meeting, paragraph, saltOf, thursday } from "./samiras-meeting.ts";
import { ellen, everyone, jo, layla, samira, type CastVoice } from "./seven-voices.ts";

/** Everyone who has a device; what Jo says is said aloud. */
export const withDevice = everyone.filter((voice) => voice !== jo);

/** Places for statements: each voice has one feed for each of its sessions, whose clock only moves forward. */
export class Table {
  readonly #ends = new Map<FeedId, { readonly seq: number; readonly at: ClaimedAt }>();

  /** Goes on after what was stated already, each feed's statements in their order. */
  constructor(before: readonly Stated<Statement>[] = []) {
    for (const { feed, seq, at } of before) this.#ends.set(feed, { seq, at });
  }

  /** One more statement of a voice, claimed for `at`, or for just after its last one if that was later. */
  tell(voice: CastVoice, at: ClaimedAt, body: Statement, session = "laptop"): Stated<Statement> {
    const feed = feedOf(voice, session);
    const end = this.#ends.get(feed) ?? { seq: -1, at: 0 };
    const place = { seq: end.seq + 1, at: Math.max(end.at + 1, at) };
    this.#ends.set(feed, place);
    return { voice: voice.id, feed, ...place, body };
  }
}

function feedOf({ id }: CastVoice, session = "laptop"): FeedId {
  return `${id}/${session}` as FeedId; // enough to tell feeds apart
}

/** How many entries of a voice's session a removal lets count. */
export function heads(count: number, session = "laptop"): Heads {
  return [{ session: session as Heads[number]["session"], count }]; // enough to tell sessions apart
}

/** Ellen begins the meeting, lets everyone in, and gives Jo a seat; Ellen names the GP, and Samira lets them have a copy. */
export async function sitDown(table: Table): Promise<readonly Stated<Statement>[]> {
  const gp = await readerOf(ellen, 1);
  const begun: Statement = {
    kind: "meeting-begun",
    name: "Samira’s meeting",
    personCalled: "Samira",
    language: "en",
    nonce: "A".repeat(43),
    seed: "",
  };
  return [
    table.tell(ellen, 1, begun),
    ...withDevice.flatMap((one) => [
      table.tell(one, 2, { kind: "voice-introduced", profile: one.profile }),
      table.tell(ellen, 3, { kind: "voice-admitted", voice: one.id }),
    ]),
    table.tell(ellen, 30, { kind: "voice-seated", voice: jo.id, profile: jo.profile }),
    table.tell(ellen, 31, { kind: "reader-named", reader: gp, name: "The GP" }),
    table.tell(samira, 32, { kind: "reader-permitted", reader: gp, name: "The GP", may: true }),
  ];
}

/** What lies on the table when everyone has sat down: the text to answer, for the room and the GP. */
export async function textOf(
  sat: readonly Stated<Statement>[],
  wish: Partial<Freezing> = {},
): Promise<{ readonly revision: Revision; readonly digest: Digest; readonly body: Statement }> {
  const revision = freezeRevision({
    meeting,
    state: foldRecord(meeting, sat).meeting,
    summary: [paragraph([samira, "I want to sleep. "], [layla, "I am afraid of waiting."])],
    utterances: [],
    frozenAtMs: thursday,
    supersedes: null,
    readers: [{ id: await readerOf(ellen, 1), parts: ["summary", "next-meeting"] }],
    salt: saltOf,
    ...wish,
  });
  const digest = await digestOf(revision);
  return { revision, digest, body: { kind: "revision-proposed", digest, revision } };
}

/** A voice's own yes, signed. */
export async function yesOf({ id: voice, privateKey }: CastVoice, digest: Digest): Promise<Statement> {
  const document = await signConsent({ meeting, voice, digest, privateKey, givenAtMs: thursday });
  return { kind: "consent-given", digest, document };
}

/** Jo's yes, written down and signed by somebody. */
export async function aloudYesOf(scribe: CastVoice, digest: Digest): Promise<Extract<Statement, { kind: "spoken" }>> {
  return {
    kind: "spoken",
    voice: jo.id,
    says: { kind: "consent-given", digest, document: await aloudOf(scribe, digest) },
  };
}

/** That Jo's yes to an agreed record holds no longer, written down and signed by somebody. */
export async function aloudWithdrawalOf({ id: scribe, privateKey }: CastVoice, digest: Digest): Promise<Statement> {
  const withdrawal = { meeting, voice: jo.id, scribe, digest, privateKey, withdrawnAtMs: thursday };
  const document = await signWithdrawal(withdrawal);
  return { kind: "spoken", voice: jo.id, says: { kind: "consent-withdrawn", digest, document } };
}

/** That a voice's yes to an agreed record holds no longer, signed. */
export async function withdrawalOf({ id: voice, privateKey }: CastVoice, digest: Digest): Promise<Statement> {
  const document = await signWithdrawal({ meeting, voice, digest, privateKey, withdrawnAtMs: thursday });
  return { kind: "consent-withdrawn", digest, document };
}

/** That somebody has heard what is written down at a place; of a yes, signed. */
export async function witnessOf(witness: CastVoice, { voice, feed, seq, body }: Stated<Statement>): Promise<Statement> {
  if (body.kind !== "spoken" || body.says.kind !== "consent-given") return { kind: "witnessed", feed, seq };
  const document = await signWitness({ consent: body.says.document, scribe: voice, witness, witnessedAtMs: thursday });
  return { kind: "witnessed", feed, seq, document };
}

/** Whether every statement passes what is checked of it on receipt: no signature here is made up. */
export async function areAllSigned(statements: readonly Stated<Statement>[]): Promise<boolean> {
  const ofConsent = statements.filter(({ body }) => /^(?:consent-|revision-|spoken|witnessed)/.test(body.kind));
  const checks = await Promise.all(ofConsent.map(({ voice, body }) => checkStatement(meeting, voice, body)));
  return checks.every(({ ok }) => ok);
}

function aloudOf({ id: scribe, privateKey }: CastVoice, digest: Digest): Promise<ConsentDocument> {
  return signConsent({ meeting, voice: jo.id, scribe, digest, privateKey, givenAtMs: thursday });
}
