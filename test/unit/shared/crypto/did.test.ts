import { describe, expect, it } from "vitest";
import { didOfPublicKey, publicKeyOfDid } from "../../../../shared/crypto/did.ts";
import { everyone } from "../../../cast/seven-voices.ts";

/** The key of the all-zero seed, and its name in the did:key test vectors (w3c-ccg/did-method-key). */
const KEY = new Uint8Array(Buffer.from("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29", "hex"));
const DID = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";

describe("the name of a voice", () => {
  it("is the did:key that everyone else gives this key", () => {
    expect(didOfPublicKey(KEY)).toBe(DID);
    expect(publicKeyOfDid(DID)).toEqual({ ok: true, value: KEY });
  });

  it("leads back to the key of each of the seven", () => {
    for (const { id } of everyone) {
      const key = publicKeyOfDid(id);
      expect(key.ok && didOfPublicKey(key.value)).toBe(id);
    }
  });

  it.each([
    ["nothing", ""],
    ["another method", DID.replace("did:key", "did:web")],
    ["another base", DID.replace(":z", ":u")],
    ["a letter that is not of the alphabet", `${DID.slice(0, -1)}0`],
    ["a key that is cut short", DID.slice(0, -1)],
    ["a key with more behind it", `${DID}z`],
    ["a key with a zero before it", DID.replace(":z", ":z1")],
    ["a key of another kind (X25519)", "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"],
    ["a thousand letters", `did:key:z${"6".repeat(1000)}`],
  ])("is not %s", (_what, did) => {
    expect(publicKeyOfDid(did)).toEqual({ ok: false, reason: "did-unreadable" });
  });
});
