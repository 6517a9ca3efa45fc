import { describe, expect, test } from "vitest";

import { GuestList, isLoopback } from "../../../../electron/serve/guest-list.ts";

describe("who may be connected at once", () => {
  test("so many from one address, and so many together; who leaves makes room", () => {
    const guests = new GuestList({ together: 3, each: 2 });
    const leave = guests.admit("192.168.1.5", false);
    expect(guests.admit("192.168.1.5", false)).not.toBeNull();
    expect(guests.admit("192.168.1.5", false)).toBeNull();
    expect(guests.admit("192.168.1.6", false)).not.toBeNull();
    expect(guests.admit("192.168.1.7", false)).toBeNull();
    leave?.();
    expect(guests.admit("192.168.1.7", false)).not.toBeNull();
  });

  test("this machine's own windows, however many others there are", () => {
    const guests = new GuestList({ together: 0, each: 0 });
    expect(guests.admit("192.168.1.5", false)).toBeNull();
    expect(guests.admit("127.0.0.1", true)).not.toBeNull();
  });

  test.each(["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"])("%s is this machine", (address) =>
    expect(isLoopback(address)).toBe(true),
  );
  test.each(["192.168.1.5", "::", "fe80::1", "localhost", "", undefined])("%s is not", (address) =>
    expect(isLoopback(address)).toBe(false),
  );
});
