import { signWithdrawal } from "../../shared/consent/proof.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import { meeting, thursday } from "./samiras-meeting.ts";
import type { CastVoice } from "./seven-voices.ts";

/** The same record after a voice has taken its yes back, on Friday. */
export async function withdrawnBy(agreed: ProposedRevision, voice: CastVoice): Promise<ProposedRevision> {
  const answer = agreed.answers.get(voice.id);
  if (answer?.answer !== "yes") throw new Error("only a yes can be taken back");
  const withdrawal = await signWithdrawal({
    meeting,
    voice: voice.id,
    digest: agreed.digest,
    privateKey: voice.privateKey,
    withdrawnAtMs: thursday + 24 * 60 * 60 * 1000,
  });
  const { document, witness } = answer;
  const withdrawn = { answer: "withdrawn", at: 2000, document, witness, withdrawal } as const;
  return { ...agreed, answers: new Map(agreed.answers).set(voice.id, withdrawn) };
}
