import { describe, expect, it, test } from "vitest";
import { parseConfiguration } from "../../../../electron/rendezvous/configuration.ts";

describe("A configuration", () => {
  it("needs nothing to be said", () => {
    expect(parseConfiguration({ PATH: "/usr/bin" })).toEqual({
      ok: true,
      value: {
        host: "0.0.0.0",
        port: 8080,
        directory: "out/browser",
        pem: null,
        redisUrl: null,
        turn: null,
        trustedProxies: [],
        origins: [],
        connections: 10_000,
        connectionsPerAddress: 64,
      },
    });
  });

  it("takes an empty value for none, as compose files write it", () => {
    expect(parseConfiguration({ REDIS_URL: "", PORT: "" })).toEqual(parseConfiguration({}));
  });

  it("reads everything that can be said", () => {
    const parsed = parseConfiguration({
      HOST: "::",
      PORT: "443",
      CERTIFICATE: "a.pem",
      KEY: "b.pem",
      REDIS_URL: "rediss://user:word@redis.example:6380/1",
      TURN_URLS: "turn:turn.example:3478, turns:turn.example:5349?transport=tcp,stun:turn.example",
      TURN_SECRET: "0123456789abcdef",
      TRUST_PROXY: "10.0.0.0/8, ::1",
      ORIGINS: "https://meet.example",
      MAX_CONNECTIONS: "5",
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        pem: { certificate: "a.pem", key: "b.pem" },
        turn: { seconds: 3600, urls: { length: 3 } },
        trustedProxies: ["10.0.0.0/8", "::1"],
        connections: 5,
      },
    });
  });

  test.each([
    ["HOST", "meet.example"],
    ["PORT", "65536"],
    ["PORT", "1e3"],
    ["PORT", "-1"],
    ["REDIS_URL", "redis.example:6379"],
    ["REDIS_URL", "https://redis.example"],
    ["TURN_URLS", "turn.example:3478"],
    ["TURN_SECRET", "short"],
    ["TURN_SECONDS", "0"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "nginx"],
    ["ORIGINS", "https://meet.example/"],
    ["ORIGINS", "meet.example"],
    ["MAX_CONNECTIONS", "many"],
    ["MAX_CONNECTIONS_PER_ADDRESS", "0"],
  ])("says in one sentence what is wrong with %s=%s", (name, value) => {
    const parsed = parseConfiguration({ [name]: value });
    expect(parsed).toEqual({ ok: false, sentences: [expect.stringMatching(new RegExp(`^${name} has to .*\\.$`))] });
  });

  test.each([{ CERTIFICATE: "a.pem" }, { KEY: "a.pem" }, { TURN_URLS: "turn:a" }, { TURN_SECRET: "0123456789abcdef" }])(
    "asks for the other half of %j",
    (half) => {
      const parsed = parseConfiguration(half);
      expect(parsed).toEqual({ ok: false, sentences: [expect.stringContaining("have to be given together.")] });
    },
  );
});
