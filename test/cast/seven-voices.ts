import { didOfPublicKey } from "../../shared/crypto/did.ts";
import { readPrivateKey } from "../../shared/crypto/keys.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";

/** One of the scenario's people, with the same key in every run. */
export interface CastVoice {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
  readonly profile: Profile;
}

/** The ASN.1 around the 32 bytes of an Ed25519 private key (RFC 8410, §7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

async function castVoice(number: number, profile: Profile): Promise<CastVoice> {
  const pkcs8 = new Uint8Array([...PKCS8_PREFIX, ...new Uint8Array(32).fill(number)]);
  const exportable = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", exportable);
  if (x === undefined) throw new Error("an Ed25519 key has a public half");
  const publicKey = new Uint8Array(Buffer.from(x, "base64url"));
  // A branded type has no other constructor than a cast; this one is a voice's did:key.
  return { id: didOfPublicKey(publicKey) as VoiceId, privateKey: await readPrivateKey(pkcs8), profile };
}

export const samira = await castVoice(1, { name: "Samira", kind: "person", relation: "", colour: "rust" });
export const layla = await castVoice(2, {
  name: "Layla",
  kind: "network",
  relation: "Samira’s mother",
  colour: "plum",
});
export const karim = await castVoice(3, {
  name: "Karim",
  kind: "network",
  relation: "Samira’s brother",
  colour: "blue",
});
export const jo = await castVoice(4, { name: "Jo", kind: "network", relation: "Samira’s housemate", colour: "olive" });
export const ellen = await castVoice(5, { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" });
export const okafor = await castVoice(6, {
  name: "Dr Okafor",
  kind: "professional",
  relation: "psychiatrist",
  colour: "ochre",
});
export const tomas = await castVoice(7, { name: "Tomas", kind: "peer", relation: "peer worker", colour: "rose" });
/** Has knocked, and was not let in. */
export const stranger = await castVoice(8, { name: "Someone", kind: "network", relation: "", colour: "slate" });

export const everyone: readonly CastVoice[] = [samira, layla, karim, jo, ellen, okafor, tomas];

/** A voice as the fold of the meeting knows it. */
export function asVoice({ id, profile }: CastVoice, standing: Voice["standing"] = "admitted"): Voice {
  const introducedAt = everyone.findIndex((one) => one.id === id);
  return {
    ...{ id, profile, standing, hosting: id === ellen.id, seated: false, sealTo: null, introducedAt },
    ...{ admittedAt: 0, kinds: new Set([profile.kind]), names: new Set([profile.name]) },
  };
}
