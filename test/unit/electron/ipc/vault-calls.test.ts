import { expect, test, vi } from "vitest";

import { answerCall } from "../../../../electron/ipc/answer-calls.ts";
import { windowUrl } from "../../../../electron/own-pages.ts";
import { ok } from "../../../../shared/result.ts";
import { entry, meeting, samiras } from "../../../contract/kept.ts";

const ours = { url: windowUrl, parent: null };
const done = () => Promise.resolve(ok(null));

test("what our page wants to keep reaches the vault as it is", async () => {
  const append = vi.fn(done);
  expect(await answerCall("appendEntries", append, ours, [meeting, [entry(samiras, 0)]])).toEqual(ok(null));
  expect(append).toHaveBeenCalledWith(meeting, [entry(samiras, 0)]);
});

const line = entry(samiras, 0);

test.each([
  ["a meeting that is a path", ["../../etc/passwd", [line]]],
  ["a meeting with more behind it", [`${meeting}/..`, [line]]],
  ["a meeting with a line behind it", [`${meeting}\n`, [line]]],
  ["a feed that is none", [meeting, [{ ...line, feed: "did:key:z6Mk" }]]],
  ["a feed of two lines", [meeting, [{ ...line, feed: `${samiras}\n` }]]],
  ["a place before the first", [meeting, [{ ...line, seq: -1 }]]],
  ["half a place", [meeting, [{ ...line, seq: 0.5 }]]],
  ["no number for a place", [meeting, [{ ...line, seq: Number.NaN }]]],
  ["a place beyond all places", [meeting, [{ ...line, seq: 2 ** 32 }]]],
  ["bytes that are none", [meeting, [{ ...line, bytes: "words" }]]],
  ["bytes that others share", [meeting, [{ ...line, bytes: new Uint8Array(new SharedArrayBuffer(8)) }]]],
  ["more than any entry holds", [meeting, [{ ...line, bytes: new Uint8Array(9 * 1024 * 1024) }]]],
  ["one property more", [meeting, [{ ...line, path: "/etc" }]]],
  ["one argument more", [meeting, [line], "more"]],
  ["no list", [meeting, line]],
])("the vault is not asked to keep %s", (_what, given) => {
  const keep = vi.fn(done);
  expect(answerCall("appendEntries", keep, ours, given)).toEqual({ ok: false, reason: "malformed" });
  expect(answerCall("replaceEntries", keep, ours, given)).toEqual({ ok: false, reason: "malformed" });
  expect(keep).not.toHaveBeenCalled();
});

test.each([
  ["no prefix, which would be every record there is", [meeting, ""]],
  ["a meeting that is none", ["everything", "voice/"]],
])("the vault is not asked to forget %s", (_what, given) => {
  const forget = vi.fn(done);
  expect(answerCall("forgetMeeting", forget, ours, given)).toEqual({ ok: false, reason: "malformed" });
  expect(forget).not.toHaveBeenCalled();
});
