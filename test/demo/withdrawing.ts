import { karim } from "./cast.ts";
import { expectEverywhere, expectNowhere } from "./expect-everywhere.ts";
import type { Circumstances, Room } from "./play.ts";
import type { Report } from "./report.ts";
import { SAID } from "./said.ts";

/** How long laptop C is away before it comes back. */
const AWAY_MS = 20_000;

/** Someone without a device, words that are not theirs, and words that are taken back while a laptop is off. */
export async function playWithdrawing(
  { a, b, c, d }: Room,
  report: Report,
  away: Pick<Circumstances, "bring" | "take">,
): Promise<void> {
  const everyone = [a, b, c, d];
  await report.step("8", "Ellen writes down for Jo; it looks unconfirmed to everyone", async () => {
    await b.writeFor("Ellen", "Jo", SAID.reported);
    await expectEverywhere(
      everyone,
      ({ page }) => page.getByRole("article", { name: /^Jo, written down by Ellen, not confirmed yet/ }),
      "unconfirmed",
    );
  });
  await report.step("9", "Jo didn’t say that: it is gone, and what Jo says is confirmed aloud", async () => {
    await b.actAloud(SAID.reported, "Jo says: I didn’t say that");
    await c.witness("Tomas", "did not say this");
    await expectNowhere(everyone, ({ page }) => page.getByText("paranoid"), "the words Jo did not say");
    await b.writeFor("Ellen", "Jo", SAID.door);
    await expectEverywhere(everyone, (hands) => hands.utterance(SAID.door), "what Jo says");
    await b.actAloud(SAID.door, "Jo says: yes, I said that");
    await report.picture("09-witness-C", c.page);
    await c.witness("Tomas", "stands by these words");
    await expectEverywhere(
      everyone,
      ({ page }) => page.getByText("written down by Ellen", { exact: true }),
      "confirmed",
    );
  });
  await report.step("10", "Karim: she was like this when Dad left; then laptop C goes off the network", async () => {
    await d.say(karim.name, SAID.dadLeft);
    await expectEverywhere(everyone, (hands) => hands.utterance(SAID.dadLeft), "Karim’s words");
    await away.take();
  });
  await report.step("11", "Samira: that’s mine to tell", async () => {
    await a.say("Samira", SAID.mine);
    await expectEverywhere([a, b, d], (hands) => hands.utterance(SAID.mine), "Samira’s words");
  });
  await report.step("12", "Karim takes it back without a trace; it is gone from C too when C is back", async () => {
    await d.takeBack(SAID.dadLeft);
    await expectNowhere([a, b, d], ({ page }) => page.getByText("Dad left"), "what Karim has taken back");
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    await away.bring();
    await expectEverywhere([c], (hands) => hands.utterance(SAID.mine), "C is back: Samira’s words");
    await expectNowhere([c], ({ page }) => page.getByText("Dad left"), "what Karim has taken back");
  });
}
