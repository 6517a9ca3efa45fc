import { expect, it } from "vitest";
import { linkAt } from "../../../../shared/room/link-at.ts";

const link = "http://127.0.0.1:4807/#join=abc#def";
const addresses = ["https://192.168.1.20:4807/", "https://10.0.0.7:4807/"];

it("leads to the likeliest address of an open room, with what invites unchanged", () => {
  expect(linkAt({ isOpen: true, addresses }, link)).toBe("https://192.168.1.20:4807/#join=abc#def");
});

it.each([
  ["where this laptop does not host", null],
  ["where the room is closed", { isOpen: false, addresses }],
  ["where there is no address", { isOpen: true, addresses: [] }],
])("stays as it is %s", (_where, room) => {
  expect(linkAt(room, link)).toBe(link);
});

it("stays as it is where nothing invites", () => {
  expect(linkAt({ isOpen: true, addresses }, "app://polyphony/")).toBe("app://polyphony/");
});
