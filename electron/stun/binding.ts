import { crc32 } from "node:zlib";

import { addressBytes } from "./address-bytes.ts";

/*
 * A STUN message (RFC 8489, section 5): 2 bytes type, 2 bytes length of what follows the header, 4 bytes magic cookie,
 * 12 bytes transaction id; then attributes of 2 bytes type, 2 bytes length and a value padded to 4 bytes.
 */
const HEADER = 20;
const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const MAGIC_COOKIE = 0x2112a442;

const XOR_MAPPED_ADDRESS = 0x0020;
const FINGERPRINT = 0x8028;
const FINGERPRINT_BYTES = 8;
const FINGERPRINT_XOR = 0x5354554e;
/** Attributes below this number have to be understood by whoever answers. */
const MAY_BE_PASSED_OVER = 0x8000;

/** A request for one's address needs little; longer ones are not answered. */
const LONGEST_REQUEST = 548;

/** Where a datagram came from. */
export interface Sender {
  readonly address: string;
  readonly port: number;
}

/**
 * The answer to a binding request: the address it was seen to come from. Null for everything else, also for requests
 * that want more than that. An answer is at most 32 bytes longer than its request.
 */
export function answerBinding(datagram: Buffer, { address, port }: Sender): Buffer | null {
  const asked = readRequest(datagram);
  const mapped = asked === null ? null : addressBytes(address);
  if (asked === null || mapped === null) return null;

  const attribute = Buffer.alloc(8 + mapped.length);
  attribute.writeUInt16BE(XOR_MAPPED_ADDRESS, 0);
  attribute.writeUInt16BE(attribute.length - 4, 2);
  attribute.writeUInt16BE(mapped.length === 4 ? 1 : 2, 4);
  attribute.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 6);
  // The mask is the magic cookie followed by the transaction id: bytes 4 to 20 of every message.
  for (const [index, byte] of mapped.entries()) attribute[8 + index] = byte ^ datagram.readUInt8(4 + index);

  const header = Buffer.from(datagram.subarray(0, HEADER));
  header.writeUInt16BE(BINDING_SUCCESS, 0);
  header.writeUInt16BE(attribute.length + (asked.withFingerprint ? FINGERPRINT_BYTES : 0), 2);
  const answer = Buffer.concat([header, attribute]);
  return asked.withFingerprint ? Buffer.concat([answer, fingerprintOf(answer)]) : answer;
}

function readRequest(datagram: Buffer): { readonly withFingerprint: boolean } | null {
  if (datagram.length < HEADER || datagram.length > LONGEST_REQUEST) return null;
  if (datagram.readUInt16BE(0) !== BINDING_REQUEST || datagram.readUInt32BE(4) !== MAGIC_COOKIE) return null;
  if (datagram.readUInt16BE(2) !== datagram.length - HEADER || datagram.length % 4 !== 0) return null;

  let offset = HEADER;
  while (offset < datagram.length) {
    const type = datagram.readUInt16BE(offset);
    const length = datagram.readUInt16BE(offset + 2);
    if (type === FINGERPRINT) {
      const isLast = length === FINGERPRINT_BYTES - 4 && offset + FINGERPRINT_BYTES === datagram.length;
      const holds = isLast && fingerprintOf(datagram.subarray(0, offset)).equals(datagram.subarray(offset));
      return holds ? { withFingerprint: true } : null;
    }
    if (type < MAY_BE_PASSED_OVER) return null;
    offset += 4 + length + ((4 - (length % 4)) % 4);
  }
  return offset === datagram.length ? { withFingerprint: false } : null;
}

/** The attribute that ends a message; it covers all before it, whose header already counts it in. */
function fingerprintOf(message: Uint8Array): Buffer {
  const attribute = Buffer.alloc(FINGERPRINT_BYTES);
  attribute.writeUInt16BE(FINGERPRINT, 0);
  attribute.writeUInt16BE(FINGERPRINT_BYTES - 4, 2);
  attribute.writeUInt32BE((crc32(message) ^ FINGERPRINT_XOR) >>> 0, 4);
  return attribute;
}
