import { expect, test, vi } from "vitest";

import { answerCall } from "../../../../electron/ipc/answer-calls.ts";
import { windowUrl } from "../../../../electron/own-pages.ts";
import { ok } from "../../../../shared/result.ts";

const ours = { url: windowUrl, parent: null };
const stranger = { url: "https://example.org/", parent: null };
const words = { name: "Thursday", mediaType: "text/plain; charset=UTF-8", bytes: new Uint8Array([1]) };

test("a call from our page reaches its answer, with the media type in its plain form", async () => {
  const saveFile = vi.fn(() => Promise.resolve(ok(true)));
  expect(await answerCall("saveFile", saveFile, ours, [words])).toEqual({ ok: true, value: true });
  expect(saveFile).toHaveBeenCalledWith({ ...words, mediaType: "text/plain" });
});

test("a stranger's call is refused before its arguments are looked at", () => {
  const saveFile = vi.fn(() => Promise.resolve(ok(true)));
  for (const given of [[words], [], ["nonsense"]]) {
    expect(answerCall("saveFile", saveFile, stranger, given)).toEqual({ ok: false, reason: "not-our-page" });
    expect(answerCall("saveFile", saveFile, null, given)).toEqual({ ok: false, reason: "not-our-page" });
  }
  expect(saveFile).not.toHaveBeenCalled();
});

test.each([
  ["nothing", []],
  ["two files", [words, words]],
  ["no name", [{ ...words, name: "" }]],
  ["a name without end", [{ ...words, name: "x".repeat(401) }]],
  ["a kind that is not handed out", [{ ...words, mediaType: "application/x-sh" }]],
  ["a kind that every object has", [{ ...words, mediaType: "constructor" }]],
  ["bytes that are a list", [{ ...words, bytes: [1] }]],
  ["bytes that are missing", [{ name: "Thursday", mediaType: "text/plain" }]],
  ["one property more", [{ ...words, path: "/etc/hosts" }]],
  ["null", [null]],
])("saveFile is refused when it is given %s", (_what, given) => {
  const saveFile = vi.fn(() => Promise.resolve(ok(true)));
  expect(answerCall("saveFile", saveFile, ours, given)).toEqual({ ok: false, reason: "malformed" });
  expect(saveFile).not.toHaveBeenCalled();
});
