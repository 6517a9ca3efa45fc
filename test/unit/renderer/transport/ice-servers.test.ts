import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { IceFrameSchema, mergeIceServers, type IceServer } from "../../../../renderer/transport/ice-servers.ts";

const STUN = { urls: ["stun:192.168.1.5:4807"] };
const TURN = { urls: ["turn:turn.example.org:3478?transport=udp"], username: "1:a", credential: "c2VjcmV0" };

const taken = (...iceServers: readonly unknown[]) => v.safeParse(IceFrameSchema, { type: "ice", iceServers }).success;

describe("What a signaling server tells of STUN and TURN", () => {
  it("is taken as it is", () => {
    const frame = { type: "ice", iceServers: [STUN, TURN] };
    expect(v.parse(IceFrameSchema, frame)).toEqual(frame);
    expect(v.parse(IceFrameSchema, { type: "ice", iceServers: [] }).iceServers).toEqual([]);
  });

  it.each([
    "stun:192.168.1.5:4807",
    "stun:[fe80::1]:4807",
    "stun:laptop.local",
    "STUN:10.0.0.1",
    "turns:turn.example.org:443?transport=tcp",
  ])("may be %s", (url) => {
    expect(taken({ ...TURN, urls: [url] })).toBe(true);
  });

  it.each([
    ["no address", "stun:"],
    ["a page", "https://example.org"],
    ["a script", "javascript:alert(1)"],
    ["a port that does not exist", "stun:192.168.1.5:65536"],
    ["port nought", "stun:192.168.1.5:0"],
    ["spaces", "stun:192.168.1.5 4807"],
    ["two lines", "stun:192.168.1.5\nstun:10.0.0.1"],
    ["a transport for STUN", "stun:192.168.1.5?transport=udp"],
    ["too long", `stun:${"a".repeat(200)}`],
    ["a number", 7],
  ])("is not taken when an address is %s", (_, url) => {
    expect(taken({ urls: [url] })).toBe(false);
  });

  it("is not taken with too many servers, no address, or a TURN server without its credentials", () => {
    expect(taken(STUN, STUN, STUN, STUN)).toBe(true);
    expect(taken(STUN, STUN, STUN, STUN, STUN)).toBe(false);
    expect(taken({ urls: [] })).toBe(false);
    expect(taken({ urls: Array.from({ length: 5 }, () => STUN.urls[0]) })).toBe(false);
    expect(taken({ urls: TURN.urls })).toBe(false);
    expect(taken({ ...TURN, credential: "x".repeat(257) })).toBe(false);
  });

  it("is put together from several, each server once, and not more than eight", () => {
    expect(mergeIceServers([[STUN, TURN], [], [STUN]])).toEqual([STUN, TURN]);
    const many: IceServer[] = Array.from({ length: 20 }, (_, index) => ({ urls: [`stun:10.0.0.${index}`] }));
    expect(mergeIceServers([many])).toEqual(many.slice(0, 8));
  });
});
