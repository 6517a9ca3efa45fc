import { describe, expect, it } from "vitest";
import {
  Assembler,
  FRAGMENT_BYTES,
  introductionFrame,
  SIGN_OF_LIFE_FRAME,
  splitMessage,
} from "../../../../renderer/transport/fragments.ts";

const messageOf = (sizeBytes: number) => Uint8Array.from({ length: sizeBytes }, (_, index) => index % 251);

describe("A message cut into fragments", () => {
  it.each([0, 1, FRAGMENT_BYTES - 1, FRAGMENT_BYTES, FRAGMENT_BYTES + 1, 5 * FRAGMENT_BYTES])(
    "is whole again on the other side: %i bytes",
    (sizeBytes) => {
      const assembler = new Assembler();
      const message = messageOf(sizeBytes);
      const frames = splitMessage(message);
      const outcomes = frames.map((frame) => assembler.accept(frame));
      expect(outcomes.at(-1)).toEqual({ kind: "message", message });
      expect(outcomes.slice(0, -1).every((outcome) => outcome.kind === "incomplete")).toBe(true);
      expect(frames.every((frame) => frame.length <= FRAGMENT_BYTES + 1)).toBe(true);
    },
  );

  it("is not disturbed by signs of life in between, nor by the message before", () => {
    const assembler = new Assembler();
    for (const message of [messageOf(3 * FRAGMENT_BYTES), messageOf(7)]) {
      const outcomes = splitMessage(message).flatMap((frame) => [
        assembler.accept(SIGN_OF_LIFE_FRAME),
        assembler.accept(frame),
      ]);
      expect(outcomes.at(-1)).toEqual({ kind: "message", message });
    }
  });

  it("may be preceded by an introduction", () => {
    const assembler = new Assembler();
    for (const client of [0, 7, 2 ** 53 - 1]) {
      expect(assembler.accept(introductionFrame(client))).toEqual({ kind: "introduction", client });
    }
  });

  it("is refused once it grows beyond what a laptop will keep", () => {
    const assembler = new Assembler(2 * FRAGMENT_BYTES);
    expect(assembler.accept(Uint8Array.of(0, ...messageOf(FRAGMENT_BYTES))).kind).toBe("incomplete");
    expect(assembler.accept(Uint8Array.of(0, ...messageOf(FRAGMENT_BYTES))).kind).toBe("malformed");
  });

  it("is refused when it comes in so many pieces that keeping them costs more than they hold", () => {
    const assembler = new Assembler(1024 * 1024);
    const outcomes = Array.from({ length: 1000 }, () => assembler.accept(Uint8Array.of(0, 65)).kind);
    expect(outcomes.indexOf("malformed")).toBeLessThan(300);
  });

  it.each([
    ["nothing", []],
    ["an unknown kind", [9, 1, 2]],
    ["a sign of life with something in it", [2, 1]],
    ["an introduction without a name", [3]],
    ["an introduction with a name beyond 53 bits", [3, ...Array.from({ length: 12 }, () => 255)]],
    ["a piece of nothing, which could go on for ever", [0]],
  ])("is refused when a frame is %s", (_, frame) => {
    expect(new Assembler().accept(Uint8Array.from(frame)).kind).toBe("malformed");
  });
});
