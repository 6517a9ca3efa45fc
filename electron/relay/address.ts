import { createHash } from "node:crypto";

/** How long a token is that a client says first. */
export const TOKEN_BYTES = 32;

/** How long an address is that frames are sent to. */
export const ADDRESS_BYTES = 16;

/**
 * The address that belongs to a token. It is a hash, so that those who know the address cannot claim it.
 */
export function relayAddress(token: Uint8Array): Buffer {
  return createHash("sha256").update("polyphony/relay-address/1\0").update(token).digest().subarray(0, ADDRESS_BYTES);
}
