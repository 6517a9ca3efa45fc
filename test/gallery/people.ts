import { didOfPublicKey } from "../../shared/crypto/did.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";

/** One of the scenario's people in the gallery, with a key made for this page. */
export interface Person {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
  readonly profile: Profile;
}

/** A person with a fresh key. */
export async function person(profile: Profile): Promise<Person> {
  const keys = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
  // A branded type has no other constructor than a cast; this one is a voice's did:key.
  return { id: didOfPublicKey(raw) as VoiceId, privateKey: keys.privateKey, profile };
}

export const samira = await person({ name: "Samira", kind: "person", relation: "", colour: "rust" });
export const layla = await person({ name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" });
export const karim = await person({ name: "Karim", kind: "network", relation: "Samira’s brother", colour: "blue" });
export const jo = await person({ name: "Jo", kind: "network", relation: "Samira’s housemate", colour: "olive" });
export const ellen = await person({ name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" });
export const okafor = await person({
  name: "Dr Okafor",
  kind: "professional",
  relation: "psychiatrist",
  colour: "ochre",
});
export const tomas = await person({ name: "Tomas", kind: "peer", relation: "peer worker", colour: "rose" });
export const everyone: readonly Person[] = [samira, layla, karim, jo, ellen, okafor, tomas];
