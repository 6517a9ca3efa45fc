import { verifyConsent, verifyWithdrawal, verifyWitness } from "../consent/proof.ts";
import type { Root } from "../consent/root.ts";
import type { ConsentDocument, WithdrawalDocument, WitnessDocument } from "../consent/signed-documents.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import { MOST_VOICES, type Agreement } from "./bundle-shape.ts";
import type { Fault, Why } from "./verify-outcome.ts";

/** Why what is said to prove that every voice of a root has said yes to it does not; nothing where it does. */
export async function faultsOfAgreement(
  { root, consents, witnesses }: Agreement,
  digest: Digest,
): Promise<readonly Fault[]> {
  const { voices } = root;
  const once = new Set(voices.map(({ id }) => id)).size === voices.length;
  if (voices.length === 0 || voices.length > MOST_VOICES || !once) {
    return [{ part: "root", why: "not-theirs" }];
  }
  const faults: Fault[] = [];
  for (const [index, voice] of voices.entries()) {
    const consent = consents[index];
    const why = consent === undefined ? "missing" : await faultOfConsent(consent, voice, root, digest);
    if (why !== null) faults.push({ part: `consents/${String(index + 1)}`, why });
  }
  const aloud = consents.filter(({ voice }) => voices.some((one) => one.id === voice && one.aloud === true));
  for (const [index, consent] of aloud.entries()) {
    const witness = witnesses[index];
    const why = witness === undefined ? "missing" : await faultOfWitness(witness, consent, root);
    if (why !== null) faults.push({ part: `witnesses/${String(index + 1)}`, why });
  }
  if (consents.length > voices.length) faults.push({ part: `consents/${String(voices.length + 1)}`, why: "added" });
  if (witnesses.length > aloud.length) faults.push({ part: `witnesses/${String(aloud.length + 1)}`, why: "added" });
  return faults;
}

/** Why a withdrawal is not what it says; null where it is. */
export async function faultOfWithdrawal(
  withdrawal: WithdrawalDocument,
  root: Root,
  digest: Digest,
): Promise<Why | null> {
  const voice = root.voices.find(({ id }) => id === withdrawal.voice);
  if (voice === undefined || !isSignedAsItMay(withdrawal.scribe, voice, root)) return "not-theirs";
  if (withdrawal.revision !== digest || withdrawal.meeting !== root.meeting) return "of-another-text";
  return (await verifyWithdrawal(withdrawal)).ok ? null : "not-signed";
}

/** Whether a voice of a root has a key of its own to sign with. */
export function signsForItself(id: VoiceId, { voices }: Root): boolean {
  return voices.some((voice) => voice.id === id && voice.aloud !== true);
}

type RootVoice = Root["voices"][number];

async function faultOfConsent(
  consent: ConsentDocument,
  voice: RootVoice,
  root: Root,
  digest: Digest,
): Promise<Why | null> {
  if (consent.voice !== voice.id || !isSignedAsItMay(consent.scribe, voice, root)) return "not-theirs";
  if (consent.revision !== digest || consent.meeting !== root.meeting) return "of-another-text";
  return (await verifyConsent(consent)).ok ? null : "not-signed";
}

/** Who heard a yes that was said aloud is neither who wrote it down nor whose it is. */
async function faultOfWitness(witness: WitnessDocument, consent: ConsentDocument, root: Root): Promise<Why | null> {
  const { voice, scribe, revision, meeting, proof } = consent;
  if (witness.voice !== voice || witness.scribe !== scribe) return "not-theirs";
  if (witness.witness === scribe || witness.witness === voice) return "not-theirs";
  if (!signsForItself(witness.witness, root)) return "not-theirs";
  const sameYes = witness.consent === proof.proofValue && witness.revision === revision && witness.meeting === meeting;
  if (!sameYes) return "of-another-text";
  return (await verifyWitness(witness)).ok ? null : "not-signed";
}

/** A voice signs for itself; for one without a device another voice of the record does, and for nobody else. */
function isSignedAsItMay(scribe: VoiceId | undefined, voice: RootVoice, root: Root): boolean {
  if (voice.aloud !== true) return scribe === undefined;
  return scribe !== undefined && scribe !== voice.id && signsForItself(scribe, root);
}
