import { describe, expect, it, test } from "vitest";
import { countedAs, nearnessOf } from "../../../../electron/socket/near.ts";
import { createSeats } from "../../../../electron/socket/seats.ts";

describe("where an address is", () => {
  test.each([
    ["127.0.0.1", "here"],
    ["127.8.8.8", "here"],
    ["::1", "here"],
    ["::ffff:127.0.0.1", "here"],
    ["192.168.1.5", "near"],
    ["::ffff:10.1.2.3", "near"],
    ["172.31.255.255", "near"],
    ["169.254.7.7", "near"],
    ["fe80::1%eth0", "near"],
    ["fd12:3456::1", "near"],
    ["172.32.0.1", "far"],
    ["192.169.0.1", "far"],
    ["203.0.113.5", "far"],
    ["2001:db8::1", "far"],
    ["evil.example", "far"],
    ["", "far"],
  ])("%s is %s", (address, nearness) => expect(nearnessOf(address)).toBe(nearness));
});

describe("what an address is counted as", () => {
  test.each([
    ["::ffff:192.168.1.5", "192.168.1.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8::/64"],
    ["fe80::1%eth0", "fe80::1"],
  ])("%s as %s", (address, counted) => expect(countedAs(address)).toBe(counted));
});

describe("Seats", () => {
  const limits = { connections: 10, connectionsPerAddress: 2, connectionsFromAfar: 3 };

  it("gives one address only its share, and this machine what there is", () => {
    const seats = createSeats(limits);
    expect([1, 2, 3].map(() => seats.take("192.168.1.5") !== null)).toEqual([true, true, false]);
    const own = Array.from({ length: 9 }, () => seats.take("127.0.0.1"));
    expect(own.filter((seat) => seat !== null)).toHaveLength(8);
    expect(seats.taken).toBe(10);
  });

  it("leaves room for those in the house, however many come from afar", () => {
    const seats = createSeats(limits);
    const strangers = Array.from({ length: 200 }, (_, index) => seats.take(`203.0.113.${index}`));
    expect(strangers.filter((seat) => seat !== null)).toHaveLength(3);
    expect(seats.take("192.168.1.5")).not.toBeNull();
  });

  it("counts one network of IPv6 as one", () => {
    const seats = createSeats(limits);
    const strangers = Array.from({ length: 9 }, (_, index) => seats.take(`2001:db8::${index + 1}`));
    expect(strangers.filter((seat) => seat !== null)).toHaveLength(2);
  });

  it("takes a seat back once, also when it is given up twice", () => {
    const seats = createSeats(limits);
    const giveUp = seats.take("192.168.1.5");
    seats.take("192.168.1.5");
    giveUp?.();
    giveUp?.();
    expect(seats.taken).toBe(1);
    expect([1, 2].map(() => seats.take("192.168.1.5") !== null)).toEqual([true, false]);
  });
});
