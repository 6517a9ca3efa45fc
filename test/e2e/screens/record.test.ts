import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";
import { Keyboard } from "./keyboard.ts";

let gallery: GalleryPage;
let keyboard: Keyboard;
beforeAll(async () => {
  gallery = await openGallery();
  keyboard = new Keyboard(gallery.page);
});
afterAll(() => gallery.close());

describe("the record", () => {
  it("shows each voice’s words under its name, and whom an answer answers", async () => {
    await gallery.show("talking", ROOM);
    const answer = gallery.page.getByRole("article", { name: "Samira, answering Tomas" });
    await expectText(answer, "Check it with me");
    await expectText(gallery.page.getByRole("article", { name: "Jo is writing" }), "Text me when you go and when");
    await expect.poll(() => gallery.page.getByRole("heading", { name: /^Reflection/ }).count()).toBe(1);
  });

  it("draws only the utterance in which a key was pressed", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("article", { name: "Jo is writing" }).waitFor();
    const asked = await gallery.page.evaluate(async () => {
      const { as, session, shown } = window.gallery;
      const { order } = session.view().state;
      const jo = order.at(-1);
      if (jo === undefined) throw new Error("Jo is writing");
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await nextFrame();
      const times = new Map(order.map((id) => [id, 0]));
      const read = session.utteranceText.bind(session);
      session.utteranceText = (id) => {
        times.set(id, (times.get(id) ?? 0) + 1);
        return read(id);
      };
      for (let key = 0; key < 50; key += 1) {
        const arrived = new Promise<void>((resolve) => {
          const leave = session.subscribeToText(jo, () => {
            leave();
            resolve();
          });
        });
        as("Jo").type("when ");
        shown.carrier.tell({ peers: key % 2 });
        await arrived;
        await nextFrame();
      }
      return { jo: times.get(jo) ?? 0, others: order.filter((id) => id !== jo && times.get(id) !== 0) };
    });
    expect(asked.jo).toBeGreaterThanOrEqual(50);
    expect(asked.others).toEqual([]);
  });

  it("opens three thousand utterances at their end, and keeps only those in view in the page", async () => {
    await gallery.show("long", ROOM);
    await gallery.page.getByText("2999:").waitFor();
    await expect.poll(() => gallery.page.getByRole("article").count()).toBeLessThan(60);
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
    await gallery.page.getByText("2999:").waitFor();
    const atEnd = await atRest();
    await gallery.page.mouse.move(400, 400);
    await gallery.page.mouse.wheel(0, -6000);
    await expect.poll(async () => (await inView(gallery)).number).toBeLessThan(atEnd.number);
    const before = await atRest();
    await speak("Something new at the end.", { from: "Tomas" });
    await speak("Something that had been said before all this, and arrives late.", { from: "Layla", after: 99 });
    await speak("Something that belongs just above what is being read.", { from: "Jo", after: before.number - 3 });
    await speak("Something long above it. ".repeat(40), { from: "Jo", after: before.number - 2 });
    const after = await atRest();
    expect(after.number).toBe(before.number);
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
  });

  it("stays at the end when the box one writes in takes more room", async () => {
    await gallery.show("long", ROOM);
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
    await gallery.page.keyboard.type("one\ntwo\nthree\nfour\nfive");
    await expect.poll(() => distanceToEnd(gallery)).toBeLessThan(24);
  });

  it("is one stop for the Tab key, and goes from voice to voice with the arrows", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("article", { name: "Jo is writing" }).focus();
    await gallery.page.keyboard.press("ArrowUp");
    await gallery.page.keyboard.press("ArrowUp");
    await expect.poll(() => focusedName(gallery)).toBe("Samira, answering Tomas");
    await gallery.page.keyboard.press("Tab");
    expect(await gallery.page.evaluate(() => document.activeElement?.textContent)).toBe("Put it differently");
    await gallery.page.keyboard.press("Tab");
    expect(await gallery.page.evaluate(() => document.activeElement?.textContent)).toBe("Take these words back");
    await gallery.page.keyboard.press("Tab");
    expect(await focusedName(gallery)).toBe("Answer some words of Samira");
    await gallery.page.keyboard.press("Tab");
    expect(await focusedName(gallery)).toBe("Answer Samira");
    await gallery.page.keyboard.press("Tab");
    expect(await gallery.page.evaluate(() => document.activeElement?.textContent)).toContain("Speaking as");
  });

  it("is answered from where it stands, and the way out is beside it", async () => {
    await gallery.show("talking", ROOM);
    const tomas = gallery.page.getByRole("article", { name: "Tomas", exact: true });
    await tomas.getByRole("button", { name: "Answer Tomas" }).click();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    const chip = gallery.page.getByRole("region", { name: "Your words" }).getByText("Answering Tomas");
    await chip.waitFor();
    await gallery.page.getByRole("button", { name: "Do not answer Tomas" }).click();
    await expect.poll(() => chip.count()).toBe(0);

    await tomas.getByRole("button", { name: "Answer Tomas" }).click();
    await gallery.page.keyboard.type("Yes. With me.");
    await gallery.page.keyboard.press("Control+Enter");
    await expectText(gallery.page.getByRole("article", { name: "Samira, answering Tomas" }).last(), "Yes. With me.");
    await expect.poll(() => keyboard.isWriting()).toBe(true);
  });

  it("says to a screen reader what another voice has said, once it is said", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.evaluate(async () => {
      await window.gallery.as("Jo").finish();
    });
    await gallery.page.getByRole("status").filter({ hasText: "Jo: Text me when you go and when" }).waitFor();
  });

  it("lets a professional reflect and does not offer it to the family", async () => {
    await gallery.show("shared", ROOM);
    const reflection = gallery.page.getByRole("button", { name: "Open a reflection" });
    await reflection.waitFor();
    await gallery.page.getByRole("button", { name: "Speaking as Tomas" }).click();
    await gallery.page.getByRole("menuitemradio", { name: "Layla" }).click();
    await gallery.page.getByRole("button", { name: "Speaking as Layla" }).waitFor();
    await expect.poll(() => reflection.count()).toBe(0);
  });
});

/** Says something; after the utterance that has this number where one is given, as if it had been written then. */
async function speak(words: string, wish: { from: string; after?: number }): Promise<void> {
  await gallery.page.evaluate(
    async ({ said, from, number }) => {
      const { arrives, session } = window.gallery;
      const after = number === undefined ? undefined : session.view().state.order[number];
      await arrives({ name: from, words: said, ...(after !== undefined && { after }) });
    },
    { said: words, from: wish.from, number: wish.after },
  );
}

function distanceToEnd({ page }: GalleryPage): Promise<number> {
  return page
    .locator("[data-virtuoso-scroller]")
    .evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
}

/** What is in view once nothing has moved for a while: the list has drawn and measured what is there. */
async function atRest(): Promise<InView> {
  for (let before: InView | null = null; ;) {
    await gallery.page.waitForTimeout(400);
    await gallery.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const now = await inView(gallery);
    if (Object.is(now.number, before?.number) && now.top === before?.top) return now;
    before = now;
  }
}

interface InView {
  readonly number: number;
  readonly top: number;
}

/** The first utterance that is wholly in view: the number it begins with, and where on the screen it stands. */
function inView({ page }: GalleryPage): Promise<InView> {
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
  await place.filter({ hasText: words }).waitFor();
}
