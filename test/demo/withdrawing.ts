import { jo, karim } from "./cast.ts";
import { expectEverywhere, expectNowhere } from "./expect-everywhere.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";

const REPORTED = "Jo reports Samira is paranoid at night.";
/** What Jo says, once it is Jo who says it. */
export const DOOR = "She checks the door four, five times and then can’t lie down.";
export const MINE = "That’s mine to tell.";
const DAD_LEFT = "She was like this when Dad left.";

/** How long laptop C is away before it comes back. */
const AWAY_MS = 20_000;

/** Someone without a device, words that are not theirs, and words that are taken back while a laptop is off. */
export async function playWithdrawing(
  { a, b, c, d }: Room,
  report: Report,
  away: { readonly take: () => Promise<void>; readonly bring: () => Promise<void> },
): Promise<void> {
  const everyone = [a, b, c, d];
  await report.step("seat", "Jo has no device and is let in all the same", async () => {
    await b.seat(jo);
    await expectEverywhere([a, c, d], ({ page }) => page.getByText("Jo", { exact: true }).first(), "Jo is here");
  });
  await report.step("8", "Ellen writes down for Jo; it looks unconfirmed to everyone", async () => {
    await b.writeFor("Ellen", "Jo", REPORTED);
    await expectEverywhere(
      everyone,
      ({ page }) => page.getByRole("article", { name: "Not confirmed yet: Ellen wrote this down for Jo" }),
      "unconfirmed",
    );
    await report.pictures("08");
  });
  await report.step("9", "Jo didn’t say that: it is gone, and what Jo says is confirmed aloud", async () => {
    await b.actAloud(REPORTED, "Jo says: I didn’t say that");
    await c.witness("Tomas", "I didn’t say that");
    await expectNowhere(everyone, ({ page }) => page.getByText("paranoid"), "the words Jo did not say");
    await b.writeFor("Ellen", "Jo", DOOR);
    await expectEverywhere(everyone, (hands) => hands.utterance(DOOR), "what Jo says");
    await b.actAloud(DOOR, "Jo says: yes, I said that");
    await report.picture("09-witness-C", c.page);
    await c.witness("Tomas", "yes, those are my words");
    await expectEverywhere(
      everyone,
      ({ page }) => page.getByText("written down by Ellen", { exact: true }),
      "confirmed",
    );
    await report.pictures("09");
  });
  await report.step("10", "Karim: she was like this when Dad left; then laptop C goes off the network", async () => {
    await d.say(karim.name, DAD_LEFT);
    await expectEverywhere(everyone, (hands) => hands.utterance(DAD_LEFT), "Karim’s words");
    await away.take();
  });
  await report.step("11", "Samira: that’s mine to tell", async () => {
    await a.say("Samira", MINE);
    await expectEverywhere([a, b, d], (hands) => hands.utterance(MINE), "Samira’s words");
  });
  await report.step("12", "Karim takes it back without a trace; it is gone from C too when C is back", async () => {
    await d.takeBack(DAD_LEFT);
    await expectNowhere([a, b, d], ({ page }) => page.getByText("Dad left"), "what Karim has taken back");
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    await away.bring();
    await expectEverywhere([c], (hands) => hands.utterance(MINE), "C is back: Samira’s words");
    await expectNowhere([c], ({ page }) => page.getByText("Dad left"), "what Karim has taken back");
    await report.pictures("12");
  });
}
