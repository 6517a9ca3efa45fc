import { printCard } from "./card-hands.ts";
import { letHaveCopy, nameReader, wishToBeCalled } from "./readers-hands.ts";
import { expectEverywhere } from "./expect-everywhere.ts";
import type { Hands } from "./hands.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";

const GP = "The GP";
const NOT_TO_THE_GP = "I don’t want my name going to the GP.";

/** Two rounds of reading and answering: after the first it stays a draft, after the second it is agreed everywhere. */
export async function playAgreeing({ a, b, c, d }: Room, report: Report): Promise<void> {
  const everyone = [a, b, c, d];
  await report.step(
    "26",
    "first round: five say yes, Layla and Karim not yet; it stays a draft and is not exported as agreed, but the card is printed",
    async () => {
      await nameReader(b, GP);
      await letHaveCopy(a, GP);
      await b.propose(GP);
      await b.read("Ellen");
      await report.picture("26-read-B", b.page);
      await b.answerText("Yes, this can stand");
      await answerForJo(b, c);
      await a.read("Samira");
      await a.answerText("Yes, this can stand");
      await d.read("Karim");
      await d.answerText("Not yet");
      await d.sayWhyNot(NOT_TO_THE_GP);
      for (const name of ["Dr Okafor", "Tomas"]) await answerOnShared(c, name, "Yes, this can stand");
      await answerOnShared(c, "Layla", "Not yet");
      await report.picture("26-not-yet-C", c.page);
      await b.openRecord();
      await expectEverywhere([b], ({ page }) => page.getByRole("heading", { name: "This is a draft" }), "a draft");
      await b.pressButton("Take it as the agreed record");
      await expectEverywhere(
        [b],
        ({ page }) => page.getByRole("alert").filter({ hasText: /\S/ }),
        "a sentence that says why",
      );
      await report.picture("26-refused-B", b.page);
      await b.backToMeeting();
      const card = await printCard(b, {
        comes: ["Ellen or Tomas", "20:00, five evenings"],
        ring: ["Ellen, at night too", "555 0142"],
      });
      const printed = (await card.locator("body").textContent()) ?? "";
      for (const arranged of ["Thursday at five", "Ellen or Tomas", "555 0142"]) {
        if (!printed.includes(arranged)) throw new Error(`the card does not say “${arranged}”`);
      }
      for (const said of ["I want to sleep", "frightened", "Sleep medicine"]) {
        if (printed.includes(said)) throw new Error(`the card says words of the record: “${said}”`);
      }
      await report.picture("26-card", card);
      await card.close();
    },
  );
  await report.step(
    "27",
    "second round: Layla’s fear is in it, all seven say yes, and it is final everywhere",
    async () => {
      for (const hands of [a, b, d]) await hands.backToMeeting();
      await wishToBeCalled(d, "Karim", { reader: GP, called: "Samira’s brother" });
      await c.writeSummary("Layla", " Now my fear is in it too.");
      await expectEverywhere(
        everyone,
        ({ summary }) => summary.filter({ hasText: "Now my fear is in it too." }),
        "in it",
      );
      await b.propose(GP);
      await b.read("Ellen");
      await expectEverywhere([b], ({ page }) => page.getByText("Now my fear is in it too.").first(), "what changed");
      await expectEverywhere(
        [b],
        ({ page }) => page.getByText(`Karim is called: Samira’s brother`).first(),
        "how Karim is called for the GP",
      );
      await report.picture("27-read-B", b.page);
      await b.answerText("Yes, this can stand");
      await answerForJo(b, c);
      for (const [hands, name] of [
        [a, "Samira"],
        [d, "Karim"],
      ] as const) {
        await hands.read(name);
        await hands.answerText("Yes, this can stand");
      }
      for (const name of ["Dr Okafor", "Tomas", "Layla"]) await answerOnShared(c, name, "Yes, this can stand");
      await c.speakAs("Layla");
      for (const hands of everyone) await hands.openRecord();
      await expectEverywhere(
        everyone,
        ({ page }) => page.getByRole("heading", { name: "The agreed record" }),
        "it is agreed on every laptop",
      );
    },
  );
}

/** Jo is read to and says yes aloud: Ellen writes it down, Tomas has heard it. */
async function answerForJo(b: Hands, c: Hands): Promise<void> {
  await b.read("Jo");
  await b.answerText("Yes, this can stand");
  await c.witness("Tomas", "says yes to the text that was read");
}

/** On a shared laptop: the cover, the text alone, the answer, and the laptop is handed on. */
async function answerOnShared(c: Hands, name: string, answer: "Not yet" | "Yes, this can stand"): Promise<void> {
  await c.read(name);
  await c.answerText(answer);
  await c.pressButton("I am done");
}
