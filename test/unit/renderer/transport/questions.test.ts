import { beforeEach, describe, expect, it } from "vitest";
import { Questions } from "../../../../renderer/transport/questions.ts";

let questions: Questions<string>;
const silent = () => false;
const answering = () => true;

beforeEach(() => {
  questions = new Questions((peers) => peers[0]);
  for (const laptop of ["Samira", "Ellen", "Karim"]) questions.join(laptop);
});

describe("A laptop that comes late", () => {
  it("asks one after the other, so that the record is sent to it once", () => {
    expect(questions.next(0, silent)).toBe("Samira");
    expect(questions.next(100, silent)).toBeNull();
    questions.answered("Samira");
    expect(questions.next(200, silent)).toBe("Ellen");
    questions.answered("Ellen");
    expect(questions.next(300, silent)).toBe("Karim");
    questions.answered("Karim");
    expect(questions.next(400, silent)).toBeNull();
  });

  it("does not wait long for one who says nothing, and longer for one who is sending much", () => {
    expect(questions.next(0, silent)).toBe("Samira");
    expect(questions.next(5000, answering)).toBeNull();
    expect(questions.next(5000, silent)).toBe("Ellen");
    expect(questions.next(36_000, answering)).toBe("Karim");
  });

  it("does not wait for one who has left", () => {
    expect(questions.next(0, silent)).toBe("Samira");
    questions.leave("Samira");
    expect(questions.next(1, silent)).toBe("Ellen");
  });

  it("takes an answer only from the one it asked", () => {
    expect(questions.next(0, silent)).toBe("Samira");
    questions.answered("Karim");
    expect(questions.next(1, silent)).toBeNull();
  });
});

describe("A laptop that has heard everyone", () => {
  it("asks someone from time to time, and a newcomer at once", () => {
    for (const nowMs of [0, 1, 2]) questions.answered(questions.next(nowMs, silent) ?? "");
    expect(questions.next(1000, silent)).toBeNull();
    questions.join("Layla");
    expect(questions.next(1001, silent)).toBe("Layla");
    questions.answered("Layla");
    expect(questions.next(3001, silent)).toBe("Samira");
  });

  it("prefers those who answer to one who does not, unless there is nobody else", () => {
    questions.answered(questions.next(0, silent) ?? "");
    questions.answered(questions.next(1, silent) ?? "");
    expect(questions.next(2, silent)).toBe("Karim");
    expect(questions.next(5000, silent)).toBe("Samira");
    questions.leave("Samira");
    questions.leave("Ellen");
    expect(questions.next(9000, silent)).toBe("Karim");
  });

  it("asks nobody when nobody is there", () => {
    expect(new Questions(() => undefined).next(0, silent)).toBeNull();
  });
});
