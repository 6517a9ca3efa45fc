import { describe, expect, test } from "vitest";
import { isAddressAlone, isRoomAddress, rankOfAddress, readRoomAddress } from "../../../../shared/room/address.ts";

describe("addresses of a room", () => {
  test("are private ones, those of a home the likeliest", () => {
    const ranks = ["192.168.1.5", "10.0.0.7", "172.16.0.1", "172.31.255.255", "169.254.3.4"].map(rankOfAddress);
    expect(ranks).toEqual([0, 1, 2, 2, 3]);
  });

  test.each([
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "0.0.0.0",
    "192.168.1",
    "192.168.1.5.6",
    "192.168.1.256",
    "192.168.01.5",
    "010.0.0.1",
    "10.0.0.1 ",
    "0x0a.0.0.1",
    "",
    "fe80::1",
    "evil.example",
    "192.168.1.5.example",
  ])("are not %s", (address) => expect(isRoomAddress(address)).toBe(false));
});

describe("the address of a room, as somebody types it", () => {
  test.each([
    "192.168.1.5:4807",
    " 192.168.1.5:4807 ",
    "https://192.168.1.5:4807",
    "https://192.168.1.5:4807/",
    "HTTP://192.168.1.5:4807/",
  ])("is read from %s", (typed) => expect(readRoomAddress(typed)).toBe("https://192.168.1.5:4807/"));

  test.each([
    "192.168.1.5",
    "192.168.1.5:",
    "192.168.1.5:0",
    "192.168.1.5:65536",
    "192.168.1.5:4807/door",
    "https://192.168.1.5:4807/#join=AAAA",
    "https://evil.example:4807/",
    "https://192.168.1.5@evil.example:4807/",
    "https://8.8.8.8:4807/",
    "blue kettle",
    "",
  ])("is not read from %s", (typed) => expect(readRoomAddress(typed)).toBeNull());
});

test("an address of another kind is told from an invitation, and from words", () => {
  for (const typed of ["192.168.1.5", "https://meet.example.org:4807/", "meet.example.org", "10.0.0.7:"])
    expect(isAddressAlone(typed)).toBe(true);
  for (const typed of [
    "https://a.example/#join=AAAA",
    "#join=AAAA",
    "hello",
    "blue kettle",
    "https://a.example/door",
    "",
  ])
    expect(isAddressAlone(typed)).toBe(false);
});
