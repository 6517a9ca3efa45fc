import { afterAll, beforeAll, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

it("are shown to whoever answers as their readers are given them", async () => {
  await gallery.show("agreed-readers", `${ROOM}/read`);
  await gallery.page.getByText("Show the copy for the GP").click();
  const copy = gallery.page.locator(".consent__copy");
  await copy.getByText("Five nights at home").first().waitFor();
  // Everyone is called there as for that reader.
  await copy.getByRole("list", { name: "The voices" }).getByText("Samira’s brother").waitFor();
  // What was said is in the whole text, and not meant for the GP.
  await expect.poll(() => gallery.page.getByText("I want to sleep").count()).toBeGreaterThan(0);
  await expect.poll(() => copy.getByText("I want to sleep").count()).toBe(0);
  expect(await gallery.barriers()).toEqual([]);
  await gallery.page.getByText("Show the copy for the GP").click();
  await copy.getByText("Five nights at home").first().waitFor({ state: "detached" });
});
