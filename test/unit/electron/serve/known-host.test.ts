import { describe, expect, test } from "vitest";

import { isKnownHost, isKnownOrigin, isLoopbackHost } from "../../../../electron/serve/known-host.ts";

describe("whom the program answers", () => {
  test.each(["127.0.0.1:4807", "localhost:4807", "LOCALHOST:4807", "localhost", "[::1]:4807", "192.168.1.20:4807"])(
    "a browser that asked for %s",
    (host) => expect(isKnownHost(host)).toBe(true),
  );

  test.each([
    "evil.example:4807",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evil.example@127.0.0.1",
    "127.0.0.1/x",
    "",
    undefined,
  ])("not one that was led here under %s", (host) => expect(isKnownHost(host)).toBe(false));
});

describe("whose pages may use signaling", () => {
  test.each([undefined, "http://127.0.0.1:4807", "http://192.168.1.20:4807", "app://polyphony"])(
    "a program of ours at %s",
    (origin) => expect(isKnownOrigin(origin)).toBe(true),
  );

  test.each(["https://evil.example", "null", "http://evil.example:4807", "file://"])("not the page at %s", (origin) =>
    expect(isKnownOrigin(origin)).toBe(false),
  );
});

describe("an organisation's names", () => {
  const names = ["polyphony.clinic.example", "*.ward.example"];

  test.each(["polyphony.clinic.example", "POLYPHONY.clinic.example:4807", "three.ward.example:4807"])(
    "make %s one of ours",
    (host) => {
      expect(isKnownHost(host, names)).toBe(true);
      expect(isKnownOrigin(`https://${host}`, names)).toBe(true);
      expect(isKnownHost(host)).toBe(false);
    },
  );

  test.each(["clinic.example", "x.polyphony.clinic.example", "ward.example", ".ward.example", "a.b.ward.example"])(
    "leave %s a stranger",
    (host) => expect(isKnownHost(host, names)).toBe(false),
  );
});

describe("this machine alone", () => {
  test.each(["127.0.0.1:4807", "localhost", "[::1]:4807", "127.3.2.1"])("is %s", (host) =>
    expect(isLoopbackHost(host)).toBe(true),
  );
  test.each(["192.168.1.20:4807", "127.0.0.1.evil.example", "localhost.evil.example", "[fe80::1]", "", undefined])(
    "is not %s",
    (host) => expect(isLoopbackHost(host)).toBe(false),
  );
});
