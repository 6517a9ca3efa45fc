import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createClientAddress } from "../../../../electron/rendezvous/client-address.ts";

const addressOf = createClientAddress(["10.0.0.0/8", "127.0.0.1", "fd00::/8"]);

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  // Nothing else of a request is looked at.
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

test.each([
  ["203.0.113.5", undefined, "203.0.113.5"],
  ["::ffff:203.0.113.5", undefined, "203.0.113.5"],
  ["10.1.1.1", undefined, "10.1.1.1"],
  ["10.1.1.1", "203.0.113.5", "203.0.113.5"],
  ["::ffff:10.1.1.1", "203.0.113.5", "203.0.113.5"],
  ["127.0.0.1", "203.0.113.5, 10.2.2.2", "203.0.113.5"],
  ["fd00::1", "2001:db8::7", "2001:db8::7"],
])("believes the proxies it trusts: %s for %s is %s", (remote, forwarded, address) =>
  expect(addressOf(request(remote, forwarded))).toBe(address),
);

test.each([
  ["203.0.113.5", "198.51.100.1", "203.0.113.5"],
  ["10.1.1.1", "198.51.100.1, 203.0.113.5", "203.0.113.5"],
  ["10.1.1.1", "198.51.100.1, junk", "10.1.1.1"],
  ["10.1.1.1", "", "10.1.1.1"],
])("believes nobody else: %s for %s is %s", (remote, forwarded, address) =>
  expect(addressOf(request(remote, forwarded))).toBe(address),
);
