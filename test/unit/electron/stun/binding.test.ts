import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { answerBinding } from "../../../../electron/stun/binding.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ""), "hex");

/** The transaction of RFC 5769's test vectors. */
const TRANSACTION = "b7e7a701bc34d686fa87dfae";
const plain = hex(`0001 0000 2112a442 ${TRANSACTION}`);

function withFingerprint(before: string): Buffer {
  const head = hex(before);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc32(head) ^ 0x5354554e) >>> 0);
  return Buffer.concat([head, hex("8028 0004"), sum]);
}

describe("An answer to a binding request", () => {
  it("says the address as in RFC 5769's sample IPv4 response", () => {
    expect(answerBinding(plain, { address: "192.0.2.1", port: 32853 })).toEqual(
      hex(`0101 000c 2112a442 ${TRANSACTION} 0020 0008 0001 a147 e112a643`),
    );
  });

  it("says the address as in RFC 5769's sample IPv6 response", () => {
    expect(answerBinding(plain, { address: "2001:db8:1234:5678:11:2233:4455:6677", port: 32853 })).toEqual(
      hex(`0101 0018 2112a442 ${TRANSACTION} 0020 0014 0002 a147 0113a9faa5d3f179bc25f4b5bed2b9d9`),
    );
  });

  it("leaves out the zone of a link-local address", () => {
    const answer = answerBinding(plain, { address: "fe80::1%eth0", port: 1 });
    expect(answer).toEqual(answerBinding(plain, { address: "fe80::1", port: 1 }));
    expect(answer).toHaveLength(44);
  });

  it("ends with a FINGERPRINT when the request does", () => {
    const answer = answerBinding(withFingerprint(`0001 0008 2112a442 ${TRANSACTION}`), {
      address: "192.0.2.1",
      port: 32853,
    });
    expect(answer).toEqual(withFingerprint(`0101 0014 2112a442 ${TRANSACTION} 0020 0008 0001 a147 e112a643`));
  });

  it("passes over attributes that may be passed over", () => {
    const named = hex(`0001 000c 2112a442 ${TRANSACTION} 8022 0005 68656c6c6f000000`);
    expect(answerBinding(named, { address: "192.0.2.1", port: 1 })).toHaveLength(32);
  });
});

describe("No answer", () => {
  const wrongSum = withFingerprint(`0001 0008 2112a442 ${TRANSACTION}`);
  wrongSum.writeUInt8(wrongSum.readUInt8(27) ^ 1, 27);
  const early = Buffer.concat([withFingerprint(`0001 000c 2112a442 ${TRANSACTION}`), hex("8022 0000")]);

  test.each([
    ["an empty datagram", Buffer.alloc(0)],
    ["a header cut short", plain.subarray(0, 19)],
    ["another cookie", hex(`0001 0000 2112a443 ${TRANSACTION}`)],
    ["an answer, which would go round for ever", hex(`0101 0000 2112a442 ${TRANSACTION}`)],
    ["an allocation", hex(`0003 0000 2112a442 ${TRANSACTION}`)],
    ["an indication", hex(`0011 0000 2112a442 ${TRANSACTION}`)],
    ["a wrong length", hex(`0001 0004 2112a442 ${TRANSACTION}`)],
    ["an attribute longer than the message", hex(`0001 0004 2112a442 ${TRANSACTION} 8022 ffff`)],
    ["a wrong FINGERPRINT", wrongSum],
    ["a FINGERPRINT that is not last", early],
    ["a request with a user name", hex(`0001 0008 2112a442 ${TRANSACTION} 0006 0004 61626364`)],
    ["one too long", Buffer.concat([hex(`0001 0404 2112a442 ${TRANSACTION} 8022 0400`), Buffer.alloc(1024)])],
  ])("is given to %s", (_, datagram) => expect(answerBinding(datagram, { address: "192.0.2.1", port: 1 })).toBeNull());

  it("is much longer than its request, whatever that was", () => {
    const start = fc.constantFrom(plain, withFingerprint(`0001 0008 2112a442 ${TRANSACTION}`), Buffer.alloc(0));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 600 }), (before, after) => {
        const request = Buffer.concat([before, after]);
        const answer = answerBinding(request, { address: "2001:db8::1", port: 65_535 });
        return answer === null || answer.length <= request.length + 32;
      }),
      { numRuns: 2000 },
    );
  });
});
