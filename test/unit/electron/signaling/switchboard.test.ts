import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../../electron/signaling/limits.ts";
import { createSwitchboard } from "../../../../electron/signaling/switchboard.ts";

const subscribe = (...topics: readonly string[]) => JSON.stringify({ type: "subscribe", topics });
const publish = (topic: string, data: unknown = "sealed") => JSON.stringify({ type: "publish", topic, data });

/** Samira and Ellen have subscribed to the meeting's topic; Karim is connected and has not. */
function meeting(limits = {}) {
  const board = createSwitchboard<string>({ ...DEFAULT_LIMITS, ...limits });
  for (const laptop of ["Samira", "Ellen", "Karim"]) board.join(laptop, 0);
  board.receive("Samira", subscribe("meeting"), 0);
  board.receive("Ellen", subscribe("meeting"), 0);
  return board;
}

describe("Who hears what through the signaling server", () => {
  it("passes a note to every other subscriber exactly as it came", () => {
    const note = publish("meeting", { sealed: "AAEC" });
    expect(meeting().receive("Samira", note, 0)).toEqual([{ to: "Ellen", frame: note }]);
  });

  it("passes a note on however deeply it is nested", () => {
    const note = `{"type":"publish","topic":"meeting","data":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;
    expect(meeting().receive("Samira", note, 0)).toEqual([{ to: "Ellen", frame: note }]);
  });

  it("does not let a laptop publish where it does not listen", () => {
    expect(meeting().receive("Karim", publish("meeting"), 0)).toEqual([]);
  });

  it("tells nobody who has unsubscribed or left", () => {
    const board = meeting();
    board.receive("Ellen", JSON.stringify({ type: "unsubscribe", topics: ["meeting"] }), 0);
    expect(board.receive("Samira", publish("meeting"), 0)).toEqual([]);
    board.receive("Ellen", subscribe("meeting"), 0);
    board.leave("Ellen");
    expect(board.receive("Samira", publish("meeting"), 0)).toEqual([]);
    expect(board.receive("Ellen", publish("meeting"), 0)).toEqual([]);
  });

  it("answers a ping, whoever asks", () => {
    expect(meeting().receive("Karim", '{"type":"ping"}', 0)).toEqual([{ to: "Karim", frame: '{"type":"pong"}' }]);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "null"],
    ["a list", "[]"],
    ["no type", "{}"],
    ["an unknown type", '{"type":"shutdown"}'],
    ["topics that are no list", '{"type":"subscribe","topics":"meeting"}'],
    ["topics that are no strings", '{"type":"subscribe","topics":[{},1,null]}'],
    ["a topic without a name", subscribe("")],
    ["a topic whose name is too long", subscribe("x".repeat(257))],
    ["more topics than a laptop may have", subscribe(...Array.from({ length: 17 }, (_, index) => `t${index}`))],
    ["nothing to publish to", '{"type":"publish","data":1}'],
    ["a prototype in disguise", '{"__proto__":{"type":"ping"}}'],
    ["nesting as deep as a frame allows", `{"type":"subscribe","topics":${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
  ])("takes no notice of %s", (_, frame) => {
    const board = meeting();
    expect(board.receive("Samira", frame, 0)).toEqual([]);
    expect(board.receive("Samira", publish("meeting"), 0)).toHaveLength(1);
  });

  it("gives no laptop more topics than its share, however often it asks", () => {
    const board = meeting({ topicsPerConnection: 2 });
    board.receive("Samira", subscribe("second"), 0);
    board.receive("Samira", subscribe("third"), 0);
    board.receive("Ellen", subscribe("third"), 0);
    expect(board.receive("Ellen", publish("third"), 0)).toEqual([]);
  });

  it("turns away whoever comes when the house is full, and takes them once someone leaves", () => {
    const board = meeting({ connections: 3 });
    expect(board.join("Layla", 0)).toBe(false);
    expect(board.receive("Layla", '{"type":"ping"}', 0)).toEqual([]);
    board.leave("Karim");
    expect(board.join("Layla", 0)).toBe(true);
  });

  it("drops what one laptop sends beyond its rate, and listens again after a while", () => {
    const board = meeting({ burst: 5, framesPerSecond: 2 });
    const answers = Array.from({ length: 10 }, () => board.receive("Karim", '{"type":"ping"}', 0).length);
    expect(answers).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(board.receive("Samira", publish("meeting"), 0)).toHaveLength(1);
    expect(board.receive("Karim", '{"type":"ping"}', 400)).toHaveLength(0);
    expect(board.receive("Karim", '{"type":"ping"}', 600)).toHaveLength(1);
  });
});
