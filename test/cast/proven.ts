import { signConsent, signWitness } from "../../shared/consent/proof.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { Answer, ProposedRevision } from "../../shared/consent/state.ts";
import { PARTS_OF_COPY, type ReaderName, type Revision } from "../../shared/consent/statements.ts";
import { makeBundle } from "../../shared/export/bundle.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { sealHtml, type Sealing } from "../../shared/export/seal.ts";
import type { Digest, ReaderId, VoiceId } from "../../shared/feed/ids.ts";
import { exportStrings as strings } from "./export-strings.ts";
import { firstRevision, meeting, saltOf, thursday } from "./samiras-meeting.ts";
import { ellen, everyone, jo, karim, tomas, type CastVoice } from "./seven-voices.ts";

export const gp = "AAAAAAAAAAAAAAAAAAAAAQ" as ReaderId; // a branded id has no other constructor than a cast

const FRIDAY = thursday + 24 * 60 * 60 * 1000;

/** The text of the first round, for the room and for the GP, who is told of Samira's brother; Jo has no device. */
export const toBeProven: Revision = {
  ...firstRevision,
  voices: firstRevision.voices.map((voice) => (voice.id === jo.id ? { ...voice, aloud: true } : voice)),
  readers: [
    { id: "network", name: "", salt: saltOf("network"), parts: [...PARTS_OF_COPY], called: [] },
    {
      id: gp,
      name: "Dr Brandt",
      salt: saltOf(gp),
      parts: ["decisions", "next-meeting"],
      called: [{ voice: karim.id, name: "Samira’s brother", relation: "" }],
    },
  ],
};

/** A text to which every voice in it has said yes; Jo's was written down by Ellen and heard by Tomas. */
export async function agreedTo(revision: Revision): Promise<ProposedRevision> {
  const digest = await digestOf(revision);
  const answers = new Map(await Promise.all(revision.voices.map((voice) => yesOf(voice, digest))));
  return { digest, revision, proposedBy: ellen.id, proposedAt: 1, answers };
}

export const proven = await agreedTo(toBeProven);

/** The text of the second round, which takes the place of the first. */
export const later = await agreedTo({ ...toBeProven, supersedes: proven.digest, nextMeeting: "Monday at five, here." });

/** A reader's copy as Ellen takes it along on Friday. */
export async function bundleFor(reader: ReaderName, proposed: ProposedRevision = proven): Promise<string> {
  const made = await makeBundle({ proposed, reader, supersededBy: null, madeBy: ellen, madeAtMs: FRIDAY });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** How Ellen seals what she takes along. */
export const ellensSeal: Sealing = { revision: proven.digest, sealedBy: ellen, sealedAtMs: FRIDAY };

/** The page of a reader's copy as Ellen takes it along. */
export async function pageFor(reader: ReaderName): Promise<Uint8Array> {
  const record = { standing: "agreed", proposed: proven, reader, strings } as const;
  return sealHtml(renderHtml(record, await bundleFor(reader)), ellensSeal);
}

async function yesOf({ id, aloud }: Revision["voices"][number], digest: Digest): Promise<readonly [VoiceId, Answer]> {
  const own = everyone.find((voice) => voice.id === id);
  if (own === undefined) throw new Error("the cast is everyone there is");
  const scribe: CastVoice | null = aloud === true ? ellen : null;
  const document = await signConsent({
    ...{ meeting, voice: id, digest, privateKey: (scribe ?? own).privateKey, givenAtMs: thursday + 60_000 },
    ...(scribe !== null && { scribe: scribe.id }),
  });
  const heard = { consent: document, scribe: ellen.id, witness: tomas, witnessedAtMs: thursday + 120_000 };
  return [id, { answer: "yes", at: 1, document, witness: aloud === true ? await signWitness(heard) : null }];
}
