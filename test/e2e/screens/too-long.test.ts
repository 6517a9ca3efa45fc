import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_PAYLOAD_BYTES } from "../../../shared/feed/entry.ts";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

it("words that are too long for one piece are refused in a sentence, and stay where they were written", async () => {
  await gallery.show("talking", ROOM);
  const utterances = () => gallery.page.evaluate(() => window.gallery.session.view().state.order.length);
  const before = await utterances();
  await gallery.page.evaluate((length) => window.gallery.session.fillDraft("a".repeat(length)), MAX_PAYLOAD_BYTES + 1);
  await gallery.page.getByRole("button", { name: "Say it" }).click();
  await gallery.page.getByRole("alert").filter({ hasText: "too long for one piece" }).waitFor();
  expect(await utterances()).toBe(before);
  const written = gallery.page.getByRole("textbox", { name: "What Samira wants to say" });
  expect(await written.evaluate((box) => box.textContent.length)).toBe(MAX_PAYLOAD_BYTES + 1);
});
