import type { Locator } from "playwright-core";
import { decide, decision, setNextTime, takeOn, takePosition, weighWish, wordWish } from "./deciding-hands.ts";
import { expectEverywhere } from "./expect-everywhere.ts";
import type { Hands } from "./hands.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";
import { DECIDED } from "./said.ts";
import { playWritingTogether } from "./writing-together.ts";

/** Has every laptop show this, so that the pictures of the step do. */
async function lookAt(everyone: readonly Hands[], at: (hands: Hands) => Locator): Promise<void> {
  for (const hands of everyone)
    await at(hands)
      .first()
      .evaluate((shown) => shown.scrollIntoView({ block: "center" }));
}

/** The summary that all write, a wish and what makes it safer, what is decided and what is left open. */
export async function playTogether(room: Room, report: Report): Promise<void> {
  const { a, b, c, d } = room;
  const everyone = [a, b, c, d];
  const shows = (words: string) =>
    expectEverywhere(everyone, ({ page }) => page.getByText(words, { exact: true }).first(), words);

  await playWritingTogether(room, report);
  await report.step("19", "Samira wants to keep walking to the canal", async () => {
    await wordWish(a, "Samira", DECIDED.canal);
    await expectEverywhere(everyone, ({ page }) => page.getByRole("article", { name: DECIDED.canal }), "her wish");
  });
  await report.step(
    "20",
    "Jo, aloud: text me; what makes it safer and what is lost by saying no stand in words",
    async () => {
      await weighWish(b, "Ellen", {
        wish: DECIDED.canal,
        about: "What makes it safer",
        words: DECIDED.textMe,
        aloud: "Jo",
      });
      await c.witness("Tomas", DECIDED.textMe);
      await shows(DECIDED.textMe);
      await weighWish(a, "Samira", { wish: DECIDED.canal, about: "What is lost by saying no", words: DECIDED.lost });
      await shows(DECIDED.lost);
      for (const { name, page } of everyone) {
        const card = await page.getByRole("article", { name: DECIDED.canal }).innerText();
        if (/\d\s*(%|\/|of|points)/.test(card)) throw new Error(`the wish is counted on ${name}`);
      }
    },
  );
  await report.step("21", "decision 1: five nights at home, with Samira agreeing", async () => {
    await decide(b, DECIDED.nights);
    await expectEverywhere(everyone, (hands) => decision(hands, DECIDED.nights), "the decision");
    await takePosition(a, "Samira", { decision: DECIDED.nights, position: "I agree", words: "" });
  });
  await report.step("22", "Layla agrees with a reservation; Ellen takes it on, by name, with a date", async () => {
    await takePosition(c, "Layla", {
      decision: DECIDED.nights,
      position: "I agree, with a reservation",
      words: DECIDED.ring,
    });
    await expectEverywhere(
      everyone,
      (hands) => decision(hands, DECIDED.nights).getByText(DECIDED.ring),
      "her reservation",
    );
    await takeOn(b, "Ellen", { decision: DECIDED.nights, because: "Layla", until: "Thursday" });
    await expectEverywhere(
      everyone,
      (hands) => decision(hands, DECIDED.nights).getByText(/takes this on/),
      "Ellen takes it on",
    );
    await lookAt(everyone, (hands) => decision(hands, DECIDED.nights));
    for (const hands of everyone) {
      const card = await decision(hands, DECIDED.nights).innerText();
      if (!card.includes("Ellen takes this on, until Thursday"))
        throw new Error(`${hands.name} does not say who, until when`);
    }
  });
  await report.step("23", "decision 2: sleep medicine, Samira decides each evening", async () => {
    await decide(b, DECIDED.medicine);
    await expectEverywhere(everyone, (hands) => decision(hands, DECIDED.medicine), "the decision");
  });
  await report.step("24", "Dr Okafor accepts her choice, with a reservation", async () => {
    await takePosition(c, "Dr Okafor", {
      decision: DECIDED.medicine,
      position: "I agree, with a reservation",
      words: DECIDED.everyNight,
    });
    await expectEverywhere(
      everyone,
      (hands) => decision(hands, DECIDED.medicine).getByText(DECIDED.everyNight),
      "his reservation",
    );
  });
  await report.step(
    "25",
    "left open: what to call this; Layla does not agree, and it may stand with that written",
    async () => {
      await decide(b, DECIDED.open, "left open");
      await expectEverywhere(everyone, (hands) => decision(hands, DECIDED.open), "what stays open");
      await takePosition(c, "Layla", {
        decision: DECIDED.open,
        position: "I do not agree",
        words: DECIDED.finish,
        mayStand: true,
      });
      await expectEverywhere(everyone, (hands) => decision(hands, DECIDED.open).getByText(DECIDED.finish), "her no");
      await setNextTime(b, { when: "Thursday at five", where: "here" });
      await expectEverywhere(everyone, ({ page }) => page.getByText(/Thursday at five/).first(), "the next time");
      await lookAt(everyone, (hands) => decision(hands, DECIDED.open));
    },
  );
}
