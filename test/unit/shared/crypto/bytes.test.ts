import { expect, it } from "vitest";
import { joinBytes, randomBytes, sameBytes } from "../../../../shared/crypto/bytes.ts";

it("tells byte strings apart by length and by every byte", () => {
  const some = new Uint8Array([1, 2, 3]);
  expect(sameBytes(some, new Uint8Array([1, 2, 3]))).toBe(true);
  expect(sameBytes(some, new Uint8Array([1, 2, 4]))).toBe(false);
  expect(sameBytes(some, new Uint8Array([1, 2]))).toBe(false);
  expect(sameBytes(some.slice(0, 2), some)).toBe(false);
});

it("joins byte strings in their order", () => {
  expect(joinBytes()).toEqual(new Uint8Array(0));
  expect(joinBytes(new Uint8Array([1]), new Uint8Array(0), new Uint8Array([2, 3]))).toEqual(new Uint8Array([1, 2, 3]));
});

it("draws as many bytes as asked for, and others every time", () => {
  expect(randomBytes(16)).toHaveLength(16);
  expect(randomBytes(16)).not.toEqual(randomBytes(16));
});
