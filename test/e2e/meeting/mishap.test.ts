import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPlace, type Place } from "./place.ts";

describe("a laptop on which nothing can be kept", () => {
  let place: Place;

  beforeAll(async () => {
    place = await openPlace();
  });

  afterAll(() => place.close());

  it("is told so in words, instead of letting anyone write into nothing", async () => {
    const { page } = await place.laptop("A");
    await page.addInitScript(() => {
      // What a browser does that has been told to keep nothing at all.
      indexedDB.open = () => {
        throw new DOMException("The user denied permission to access the database.", "SecurityError");
      };
    });
    await page.goto(place.url);
    await page.getByRole("heading", { name: "The program cannot begin" }).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
  });
});
