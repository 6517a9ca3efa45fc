import { expectEverywhere } from "./expect-everywhere.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";
import { SAID } from "./said.ts";

/** The first words: what the time is for, how it came about, who is missing, and two ways to see it side by side. */
export async function playConversation(room: Room, report: Report): Promise<void> {
  const { a, b, c, d } = room;
  const everyone = [a, b, c, d];
  const shows = (words: string) => expectEverywhere(everyone, (hands) => hands.utterance(words), words);

  await report.step("1", "Ellen: what would you like to use this time for?", async () => {
    await b.say("Ellen", SAID.use);
    await shows(SAID.use);
  });
  await report.step("2", "Samira: I want to sleep; she lets the others see it as she writes", async () => {
    await a.writeLive("Samira", true);
    await a.write("Samira", SAID.sleep.slice(0, 20));
    await expectEverywhere([b, c, d], (hands) => hands.utterance(SAID.sleep.slice(0, 20)), "seen while being written");
    await a.page.keyboard.type(SAID.sleep.slice(20));
    await a.page.keyboard.press("Control+Enter");
    await shows(SAID.sleep);
    await a.writeLive("Samira", false);
  });
  await report.step("3", "Ellen: how did the idea of meeting come up?", async () => {
    await b.say("Ellen", SAID.idea);
    await shows(SAID.idea);
  });
  await report.step("4", "Samira: Jo asked; someone is missing and stays unnamed", async () => {
    await a.say("Samira", SAID.aunt);
    await shows(SAID.aunt);
    await a.noteMissing();
    for (const hands of everyone) {
      await hands.openPeople();
      await expectEverywhere(
        [hands],
        ({ page }) => page.getByText("Someone who is not named"),
        "missing, without a name",
      );
      await report.picture(`04-${hands.name}`, hands.page);
      await hands.page.keyboard.press("Escape");
    }
  });
  await report.step(
    "5",
    "Layla says it in Arabic, Nadia renders it with a note; both stand, each in its direction",
    async () => {
      await c.say("Layla", SAID.tired);
      await shows(SAID.tired);
      await c.render("Nadia", SAID.tired, {
        words: "My daughter is taʿbāna.",
        note: { word: "taʿbāna", says: "tired, or ill" },
      });
      await expectEverywhere(
        everyone,
        ({ page }) => page.getByText("My daughter is taʿbāna.").first(),
        "the rendering",
      );
      for (const hands of everyone) {
        const directions = await Promise.all(
          [SAID.tired, "My daughter is taʿbāna."].map((words) =>
            hands
              .utterance(SAID.tired)
              .getByText(words)
              .first()
              .evaluate((element) => getComputedStyle(element).direction),
          ),
        );
        if (directions.join() !== "rtl,ltr") throw new Error(`${hands.name} shows them as ${directions.join(" and ")}`);
        await expectEverywhere([hands], ({ page }) => page.getByText("tired, or ill").first(), "the note");
      }
    },
  );
  await report.step("6", "Samira: I’m not ill, I’m frightened", async () => {
    await a.say("Samira", SAID.frightened);
    await shows(SAID.frightened);
  });
  await report.step("7", "Layla: in my family we call this an illness; both stand side by side", async () => {
    await c.say("Layla", SAID.illness);
    await shows(SAID.illness);
    await shows(SAID.frightened);
  });
}
