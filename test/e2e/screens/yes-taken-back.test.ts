import { afterAll, beforeAll, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });

it("is not called a yes any more where it was read and answered", async () => {
  await gallery.show("withdrawn", `${ROOM}/read`);
  await gallery.page.getByText("You have taken your yes back.").waitFor();
  await expect.poll(() => gallery.page.getByText("You have said: yes").count()).toBe(0);
  await gallery.page.getByText("someone has taken their yes back since").waitFor();
  await expect.poll(() => gallery.page.getByText("This is agreed.").count()).toBe(0);
});

it("is said in a place that was there before, and keeps the keyboard where it was taken back and given again", async () => {
  await gallery.show("agreed-readers", `${ROOM}/record`);
  const yes = gallery.page.getByRole("region", { name: "Your yes" });
  const said = await yes.getByRole("status").elementHandle();
  await button("I take my yes back: Samira").press("Enter");
  await button("Take my yes back").press("Enter");
  await yes.getByText("You have taken your yes back.").waitFor();
  expect(await said.textContent()).toContain("You have taken your yes back.");
  const isInYes = () => yes.evaluate((region) => region.contains(document.activeElement));
  await expect.poll(isInYes).toBe(true);
  await button("Say yes to it again").press("Enter");
  await button("I take my yes back: Samira").waitFor();
  expect(await said.textContent()).toBe("");
  await expect.poll(isInYes).toBe(true);
});
