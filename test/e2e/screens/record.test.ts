import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe("the record", () => {
  it("shows each voice’s words under its name, and whom an answer answers", async () => {
    await gallery.show("talking", ROOM);
    const answer = gallery.page.getByRole("article", { name: "Samira, answering Tomas" });
    await expectText(answer, "Check it with me");
    await expectText(gallery.page.getByRole("article", { name: "Jo is writing" }), "Text me when you go and when");
    expect(await gallery.page.getByRole("heading", { name: /^Reflection/ }).count()).toBe(1);
  });

  it("draws only the utterance in which a key was pressed", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("article", { name: "Jo is writing" }).waitFor();
    const asked = await gallery.page.evaluate(async () => {
      const { fake } = window.gallery;
      const jo = fake.view().state.order.at(-1);
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await nextFrame();
      const before = new Map(fake.asked);
      for (let key = 0; key < 50; key += 1) {
        if (jo !== undefined)
          fake.write(jo, [{ style: "paragraph", runs: [{ voice: null, text: "when ".repeat(key) }] }]);
        fake.change({ saving: key % 2 === 0 ? "saving" : "saved" });
        await nextFrame();
      }
      const growth = [...fake.asked].map(([id, times]) => ({ jo: id === jo, times: times - (before.get(id) ?? 0) }));
      return { jo: growth.find((one) => one.jo)?.times ?? 0, others: growth.filter((one) => !one.jo && one.times > 0) };
    });
    expect(asked.jo).toBeGreaterThanOrEqual(50);
    expect(asked.others).toEqual([]);
  });

  it("opens three thousand utterances at their end, and keeps only those in view in the page", async () => {
    await gallery.show("long", ROOM);
    await gallery.page.getByText("2999:").waitFor();
    expect(await gallery.page.getByRole("article").count()).toBeLessThan(60);
  });

  it("follows the end for someone who is at the end, also while the last words grow", async () => {
    await gallery.show("long", ROOM);
    await gallery.page.getByText("2999:").waitFor();
    await speak("Jo has come to the end.", { from: "Jo" });
    await gallery.page.getByRole("article").getByText("Jo has come to the end.").waitFor();
    await speak("word ".repeat(400), { from: "Jo" });
    await expect.poll(() => distanceToEnd(gallery)).toBeLessThan(24);
  });

  it("keeps still for someone who reads further up, whatever comes before or after", async () => {
    await gallery.show("long", ROOM);
    // Nobody scrolls in the first blink of an eye, while the list is still finding its end.
    await gallery.page.waitForTimeout(500);
    await gallery.page.mouse.move(400, 400);
    await gallery.page.mouse.wheel(0, -6000);
    await gallery.page.waitForTimeout(400);
    const before = await inView(gallery);
    await speak("Something new at the end.", { from: "Tomas" });
    await speak("Something that had been said before all this, and arrives late.", { from: "Layla", place: 100 });
    await speak("Something that belongs just above what is being read.", { from: "Jo", place: before.number - 3 });
    await speak("Something long above it. ".repeat(40), { from: "Jo", place: before.number - 2 });
    await gallery.page.waitForTimeout(400);
    const after = await inView(gallery);
    expect(after.number).toBe(before.number);
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
  });

  it("stays at the end when the box one writes in takes more room", async () => {
    await gallery.show("long", ROOM);
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).fill("one\ntwo\nthree\nfour\nfive");
    await expect.poll(() => distanceToEnd(gallery)).toBeLessThan(24);
  });

  it("is one stop for the Tab key, and goes from voice to voice with the arrows", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("article", { name: "Jo is writing" }).focus();
    await gallery.page.keyboard.press("ArrowUp");
    await gallery.page.keyboard.press("ArrowUp");
    expect(await focusedName(gallery)).toBe("Samira, answering Tomas");
    await gallery.page.keyboard.press("Tab");
    expect(await gallery.page.evaluate(() => document.activeElement?.textContent)).toBe("Take these words back");
    await gallery.page.keyboard.press("Tab");
    expect(await focusedName(gallery)).toBe("Answer Samira");
    await gallery.page.keyboard.press("Tab");
    expect(await gallery.page.evaluate(() => document.activeElement?.textContent)).toContain("Speaking as");
  });

  it("is answered from where it stands, and the way out is beside it", async () => {
    await gallery.show("talking", ROOM);
    const tomas = gallery.page.getByRole("article", { name: "Tomas", exact: true });
    await tomas.getByRole("button", { name: "Answer Tomas" }).click();
    expect(await gallery.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    const chip = gallery.page.getByRole("region", { name: "Your words" }).getByText("Answering Tomas");
    await chip.waitFor();
    await gallery.page.getByRole("button", { name: "Do not answer Tomas" }).click();
    expect(await chip.count()).toBe(0);

    await tomas.getByRole("button", { name: "Answer Tomas" }).click();
    await gallery.page.keyboard.type("Yes. With me.");
    await gallery.page.keyboard.press("Control+Enter");
    await expectText(gallery.page.getByRole("article", { name: "Samira, answering Tomas" }).last(), "Yes. With me.");
    await expect
      .poll(() => gallery.page.evaluate(() => document.activeElement?.tagName), { timeout: 2000 })
      .toBe("TEXTAREA");
  });

  it("says to a screen reader what another voice has said, once it is said", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.evaluate(() => {
      const jo = window.gallery.fake.view().state.order.at(-1);
      if (jo !== undefined) window.gallery.fake.finish(jo);
    });
    await gallery.page.getByRole("status").filter({ hasText: "Jo: Text me when you go and when" }).waitFor();
  });

  it("lets a professional reflect and does not offer it to the family", async () => {
    await gallery.show("shared", ROOM);
    const reflection = gallery.page.getByRole("button", { name: "As a reflection" });
    await reflection.click();
    expect(await reflection.getAttribute("aria-pressed")).toBe("true");
    await gallery.page.getByRole("button", { name: "Speaking as Tomas" }).click();
    await gallery.page.getByRole("menuitemradio", { name: "Layla" }).click();
    await gallery.page.getByRole("button", { name: "Speaking as Layla" }).waitFor();
    expect(await reflection.count()).toBe(0);
  });
});

async function speak(words: string, wish: { from: string; place?: number }): Promise<void> {
  await gallery.page.evaluate(
    ({ said, from, place }) => {
      const { fake, people } = window.gallery;
      const one = people.find(({ profile }) => profile.name === from);
      if (one === undefined) return;
      const id = fake.begin(one, place === undefined ? { said: true } : { said: true, place });
      fake.write(id, [{ style: "paragraph", runs: [{ voice: one.id, text: said }] }]);
    },
    { said: words, from: wish.from, place: wish.place },
  );
}

function distanceToEnd({ page }: GalleryPage): Promise<number> {
  return page
    .locator("[data-virtuoso-scroller]")
    .evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
}

/** The first utterance that is wholly in view: the number it begins with, and where on the screen it stands. */
function inView({ page }: GalleryPage): Promise<{ number: number; top: number }> {
  return page.locator("[data-virtuoso-scroller]").evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    const first = [...list.querySelectorAll<HTMLElement>("[data-utterance]")].find(
      (article) => article.getBoundingClientRect().top >= top,
    );
    const number = Number(/(\d+):/.exec(first?.textContent ?? "")?.[1]);
    return { number, top: first?.getBoundingClientRect().top ?? 0 };
  });
}

function focusedName({ page }: GalleryPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
}

async function expectText(place: ReturnType<GalleryPage["page"]["locator"]>, words: string): Promise<void> {
  await place.filter({ hasText: words }).waitFor({ timeout: 5000 });
}
