import { expectEverywhere, expectNowhere } from "./expect-everywhere.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";
import { SAID } from "./said.ts";

const LISTEN = "The team is thinking aloud. You are asked to listen; nothing is expected of you.";
const SPACE = "Now there is space for an answer, before anything else.";

/** A pause that Samira needs, a reflection among those who came to help, and the space that the family has afterwards. */
export async function playReflecting(room: Room, report: Report): Promise<void> {
  const { a, b, c, d } = room;
  const everyone = [a, b, c, d];
  const shows = (words: string) => expectEverywhere(everyone, (hands) => hands.utterance(words), words);
  const cover = (hands: (typeof everyone)[number]) => hands.page.getByRole("region", { name: "We are pausing" });

  await report.step(
    "13",
    "Samira pauses: every screen is calm and nothing can be written; then she resumes",
    async () => {
      await a.pressButton("Pause");
      await expectEverywhere(everyone, cover, "the pause");
      await report.pictures("13");
      for (const { name, page } of everyone) {
        const open = await page.evaluate(() =>
          [...document.querySelectorAll("[contenteditable=true], textarea, input")].some(
            (field) => field.closest("[inert]") === null,
          ),
        );
        if (open) throw new Error(`in the pause something can be written on ${name}`);
      }
      await a.pressButton("Go on");
      await expectNowhere(everyone, cover, "the pause");
    },
  );
  await report.step(
    "14",
    "The team opens a reflection, the others are asked to listen; Dr Okafor reflects",
    async () => {
      await b.pressButton("Open a reflection");
      await expectEverywhere([a, d], ({ page }) => page.getByText(LISTEN), "the family is asked to listen");
      await c.say("Dr Okafor", SAID.hurrying);
      await shows(SAID.hurrying);
    },
  );
  await report.step("15", "Tomas reflects", async () => {
    await c.say("Tomas", SAID.withHer);
    await shows(SAID.withHer);
  });
  await report.step("16", "Ellen reflects; then there is space for an answer, before anything else", async () => {
    await b.say("Ellen", SAID.love);
    await shows(SAID.love);
    await expectEverywhere(everyone, ({ page }) => page.getByText(/^Reflection/).first(), "a room of its own");
    await b.pressButton("End the reflection");
    await expectEverywhere([a, d], ({ page }) => page.getByText(SPACE), "space for the family");
    await expectEverywhere([b, c], ({ page }) => page.getByText("First, space for an answer."), "the team waits");
  });
  await report.step("17", "Samira answers Tomas, on some of his words", async () => {
    await a.answer("Samira", SAID.withHer, SAID.checkIt);
    await shows(SAID.checkIt);
    await expectEverywhere(everyone, ({ page }) => page.getByText(/answering Tomas/).first(), "shows whom it answers");
    await expectNowhere(everyone, ({ page }) => page.getByText(SPACE), "the space is over");
  });
  await report.step("18", "Layla answers Ellen", async () => {
    await c.answer("Layla", SAID.love, SAID.hurry);
    await shows(SAID.hurry);
  });
}
