import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, test } from "vitest";

import { roomAddressesOf } from "../../../../electron/serve/room-addresses.ts";

const four = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, family: "IPv4", netmask: "255.255.255.0", mac: "02:00:00:00:00:01", cidr: null },
});
const six: NetworkInterfaceInfo = {
  ...{ address: "fe80::1", internal: false, family: "IPv6", netmask: "ffff::", mac: "02:00:00:00:00:01", cidr: null },
  scopeid: 2,
};

describe("the addresses of a room", () => {
  test("are the private ones of this laptop, the likeliest first", () => {
    const interfaces = {
      lo: [four("127.0.0.1", true)],
      docker0: [four("172.17.0.1")],
      eth0: [four("169.254.3.4"), six],
      wlan0: [four("10.0.0.7"), four("192.168.1.5")],
      tun0: [four("10.8.0.2")],
      gone: undefined,
    };
    expect(roomAddressesOf(interfaces)).toEqual(["192.168.1.5", "10.0.0.7", "169.254.3.4", "10.8.0.2", "172.17.0.1"]);
  });
});
