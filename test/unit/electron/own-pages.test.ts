import { expect, test } from "vitest";

import { isOwnPage, isOwnUrl, windowUrl } from "../../../electron/own-pages.ts";

test("the program's own page is ours", () => {
  expect(isOwnUrl(windowUrl)).toBe(true);
  expect(isOwnPage({ url: `${windowUrl}#/meeting`, parent: null })).toBe(true);
});

test.each([
  "https://polyphony/index.html",
  "http://127.0.0.1:4807/",
  "app://paper/index.html",
  "app://polyphony.example/index.html",
  "app://polyphony:80/index.html",
  "application://polyphony/",
  "file:///index.html",
  "about:blank",
  "about:srcdoc",
  "blob:app://polyphony/0",
  "data:text/html,app://polyphony/",
  "",
  "polyphony",
])("an address that only resembles ours is a stranger's: %s", (address) => {
  expect(isOwnUrl(address)).toBe(false);
  expect(isOwnPage({ url: address, parent: null })).toBe(false);
});

test("a frame embedded in our page is a stranger, even with our address", () => {
  expect(isOwnPage({ url: windowUrl, parent: { url: windowUrl } })).toBe(false);
});

test("a frame that is gone is a stranger", () => {
  expect(isOwnPage(null)).toBe(false);
});
