import { SAID } from "./said.ts";
import { printCard } from "./card-hands.ts";
import { letHaveCopy, nameReader, wishToBeCalled } from "./readers-hands.ts";
import { expectEverywhere } from "./expect-everywhere.ts";
import type { Hands } from "./hands.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";

const GP = "The GP";
const CHECK_IT_IN_ARABIC = "«افحصوه معي» – اكتبوا هذا. أول شيء بدا لي عونًا.";
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
        ({ page }) =>
          page.getByRole("alert").filter({ hasText: "This is still a draft, so it was not exported as agreed." }),
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
    "second round: Nadia renders for Layla, whose fear is in it now, all seven say yes, and it is final everywhere",
    async () => {
      for (const hands of [a, b, d]) await hands.backToMeeting();
      await wishToBeCalled(d, "Karim", { reader: GP, called: "Samira’s brother" });
      await c.render("Nadia", SAID.checkIt, { into: "Arabic", words: CHECK_IT_IN_ARABIC });
      await expectEverywhere(everyone, ({ page }) => page.getByText(CHECK_IT_IN_ARABIC).first(), "what Nadia renders");
      await c.writeSummary("Layla", " Now my fear is in it too.");
      await expectEverywhere(
        everyone,
        ({ summary }) => summary.filter({ hasText: "Now my fear is in it too." }),
        "in it",
      );
      await b.propose(GP);
      await b.read("Ellen");
      await seesWhatChanged(b);
      await report.picture("27-read-B", b.page);
      await b.answerText("Yes, this can stand");
      await answerForJo(b, c);
      for (const [hands, name] of [
        [a, "Samira"],
        [d, "Karim"],
      ] as const) {
        await hands.read(name);
        await seesWhatChanged(hands);
        await hands.answerText("Yes, this can stand");
      }
      for (const name of ["Dr Okafor", "Tomas", "Layla"]) {
        await c.read(name);
        await seesWhatChanged(c);
        await c.answerText("Yes, this can stand");
        await c.done();
      }
      await c.speakAs("Layla");
      await expectEverywhere(
        everyone,
        ({ page }) => page.getByText(/Agreed by every voice in it|This is agreed/).first(),
        "that it is agreed, without anyone doing anything",
      );
      for (const hands of everyone) await hands.openRecord();
      await expectEverywhere(
        everyone,
        ({ page }) => page.getByRole("heading", { name: "The agreed record" }),
        "it is agreed on every laptop",
      );
    },
  );
}

/** Whoever reads the second text sees what is new in it, apart from the whole: Layla’s words, and how Karim is called. */
async function seesWhatChanged(hands: Hands): Promise<void> {
  const changed = ({ page }: Hands) => page.getByRole("region", { name: "What changed since you last answered" });
  for (const said of ["Now my fear is in it too.", "Samira’s brother", CHECK_IT_IN_ARABIC]) {
    await expectEverywhere([hands], (one) => changed(one).getByText(said).first(), `that this changed: ${said}`);
  }
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
  await c.done();
}
