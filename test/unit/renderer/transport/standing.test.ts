import { describe, expect, it } from "vitest";
import { countLaptops, judgeRelay, type Sighting } from "../../../../renderer/transport/standing.ts";

const AT = 100_000;

/** Ellen's laptop as Samira's sees it: noticed a minute ago, heard by notes until now, and reached in no way. */
const ELLEN: Sighting = {
  direct: "none",
  isRelayed: false,
  notedMs: AT - 1000,
  apartSinceMs: AT - 60_000,
  wasReached: false,
};

const count = (...sightings: readonly Sighting[]) => countLaptops(sightings, AT);

describe("A relay", () => {
  it("is called for a laptop that has had four seconds to open a data channel", () => {
    expect(judgeRelay({ ...ELLEN, apartSinceMs: AT - 3999 }, AT)).toBe("nothing");
    expect(judgeRelay({ ...ELLEN, apartSinceMs: AT - 4000 }, AT)).toBe("call");
  });

  it("is called at once for a laptop that was reached until now", () => {
    expect(judgeRelay({ ...ELLEN, apartSinceMs: AT, wasReached: true }, AT)).toBe("call");
  });

  it("is called beside a data channel that has fallen silent", () => {
    expect(judgeRelay({ ...ELLEN, direct: "silent", wasReached: true }, AT)).toBe("call");
  });

  it("is not called twice, and left as soon as the data channel is heard", () => {
    expect(judgeRelay({ ...ELLEN, isRelayed: true }, AT)).toBe("nothing");
    expect(judgeRelay({ ...ELLEN, isRelayed: true, direct: "silent" }, AT)).toBe("nothing");
    expect(judgeRelay({ ...ELLEN, isRelayed: true, direct: "heard" }, AT)).toBe("leave");
  });

  it("is not needed by those who meet directly", () => {
    expect(judgeRelay({ ...ELLEN, direct: "heard" }, AT)).toBe("nothing");
  });
});

describe("The laptops of a meeting", () => {
  it("are counted once each, by the way on which they are heard", () => {
    expect(
      count(
        { ...ELLEN, direct: "heard" },
        { ...ELLEN, direct: "heard", isRelayed: true },
        { ...ELLEN, direct: "silent" },
        { ...ELLEN, direct: "silent", isRelayed: true },
        { ...ELLEN, isRelayed: true },
        ELLEN,
      ),
    ).toEqual({ direct: 3, relayed: 2, seen: 1 });
  });

  it("are not spoken of as kept apart while they may still be connecting", () => {
    expect(count({ ...ELLEN, apartSinceMs: AT - 7999 }).seen).toBe(0);
    expect(count({ ...ELLEN, apartSinceMs: AT - 8000 }).seen).toBe(1);
  });

  it("are not spoken of as kept apart when they have left", () => {
    expect(count({ ...ELLEN, notedMs: AT - 12_000 }).seen).toBe(0);
    // Its last note came before it was lost.
    expect(count({ ...ELLEN, notedMs: AT - 10_000, apartSinceMs: AT - 9000, wasReached: true }).seen).toBe(0);
    expect(count({ ...ELLEN, notedMs: AT - 8500, apartSinceMs: AT - 9000, wasReached: true }).seen).toBe(1);
  });
});
