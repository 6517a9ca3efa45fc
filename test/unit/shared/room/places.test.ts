import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostOfLine, placesAt, placesToTell } from "../../../../shared/room/places.ts";

describe("where a laptop is found", () => {
  it("is at the signaling of each address of its open room", () => {
    expect(placesAt(["https://192.168.1.5:4807/", "https://169.254.7.7:4807/"])).toEqual([
      "wss://192.168.1.5:4807/signaling",
      "wss://169.254.7.7:4807/signaling",
    ]);
    expect(placesAt([])).toEqual([]);
    expect(placesAt(Array.from({ length: 9 }, () => "https://10.0.0.1:1/"))).toHaveLength(4);
  });

  it("is told to others without what leads a laptop to itself, unless there is nothing else", () => {
    const own = ["ws://127.0.0.1:4807/signaling", "ws://localhost:4807/signaling", "ws://[::1]:4807/signaling"];
    expect(placesToTell([...own, "wss://192.168.1.5:4807/signaling"])).toEqual(["wss://192.168.1.5:4807/signaling"]);
    expect(placesToTell(own)).toEqual(own);
    expect(placesToTell(["wss://localhost.example/signaling"])).toEqual(["wss://localhost.example/signaling"]);
  });
});

describe("on whose laptop the line is", () => {
  const places = new Map([
    ["wss://a/signaling", "Ellen"],
    ["wss://b/signaling", "Karim"],
  ]);
  const line = (url: string, answers = true) => ({ url: `wss://${url}/signaling`, answers });

  it("is the one who hosts the server that answers; nobody's, where another answers as well", () => {
    expect(hostOfLine([line("a", false), line("b")], places)).toBe("Karim");
    expect(hostOfLine([line("a"), line("rendezvous.example")], places)).toBeNull();
    expect(hostOfLine([line("a", false), line("c", false)], places)).toBe("Ellen");
    expect(hostOfLine([], places)).toBeNull();
  });

  it("is never somebody whom no line leads to", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ url: fc.constantFrom("a", "b", "c"), answers: fc.boolean() })), (some) => {
        const lines = some.map(({ url, answers }) => line(url, answers));
        const host = hostOfLine(lines, places);
        if (host !== null) expect(lines.some(({ url }) => places.get(url) === host)).toBe(true);
      }),
    );
  });
});
