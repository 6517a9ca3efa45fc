import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createPolledHosting } from "../../../../../renderer/shells/hosting/polled-hosting.ts";
import { no, ok } from "../../../../../shared/result.ts";
import type { HostingView } from "../../../../../shared/shell.ts";

const closed: HostingView = { isOpen: false, addresses: [], fingerprint: null, words: null, nearby: [] };
const open: HostingView = { ...closed, isOpen: true, addresses: ["https://192.168.1.5:4807/"], words: "blue kettle" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function host() {
  let view: HostingView | null = closed;
  const line = {
    ask: vi.fn(async () => view),
    openRoom: vi.fn(async () => {
      view = open;
      return ok(null);
    }),
    closeRoom: vi.fn(async () => {
      view = closed;
    }),
    lookAround: vi.fn(async () => undefined),
    offer: vi.fn(async () => undefined),
  };
  return { line, hosting: createPolledHosting(line, closed), become: (next: HostingView | null) => void (view = next) };
}

test("what changes at the host is told to those who are subscribed, within two seconds", async () => {
  const { hosting, become } = host();
  const told = vi.fn();
  const unsubscribe = hosting.subscribe(told);
  await vi.advanceTimersByTimeAsync(10);
  expect(told).not.toHaveBeenCalled();
  become(open);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toHaveBeenCalledOnce();
  expect(hosting.view()).toEqual(open);
  unsubscribe();
});

test("nobody is asked while nobody listens", async () => {
  const { hosting, line } = host();
  const first = hosting.subscribe(() => undefined);
  const second = hosting.subscribe(() => undefined);
  first();
  await vi.advanceTimersByTimeAsync(4000);
  const asked = line.ask.mock.calls.length;
  expect(asked).toBeGreaterThanOrEqual(2);
  second();
  second();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.ask).toHaveBeenCalledTimes(asked);
});

test("opening and closing are seen at once", async () => {
  const { hosting } = host();
  expect(await hosting.openRoom()).toEqual({ ok: true, value: null });
  expect(hosting.view()).toEqual(open);
  await hosting.closeRoom();
  expect(hosting.view()).toEqual(closed);
});

test("what could not be opened stays closed, with the reason", async () => {
  const { line } = host();
  const hosting = createPolledHosting({ ...line, openRoom: async () => no("not-hosting") }, closed);
  expect(await hosting.openRoom()).toEqual({ ok: false, reason: "not-hosting" });
  expect(hosting.view()).toEqual(closed);
});

test("a host that does not answer for a moment has not changed", async () => {
  const { hosting, become } = host();
  await hosting.openRoom();
  become(null);
  expect(await hosting.refresh()).toEqual(open);
});
