import { expectEverywhere, expectSame } from "./expect-everywhere.ts";
import type { Hands } from "./hands.ts";
import { ellen, karim, layla, okafor, samira, tomas } from "./cast.ts";
import type { Report } from "./report.ts";
import { DOOR, MINE, playWithdrawing } from "./withdrawing.ts";

/** The four laptops: A Samira's, B Ellen's, C shared by Layla, Dr Okafor and Tomas, D Karim's. */
export interface Room {
  readonly a: Hands;
  readonly b: Hands;
  readonly c: Hands;
  readonly d: Hands;
}

const DECISION =
  "Five nights at home. Someone from the team comes at 20:00. Jo and Samira check the door together, once.";
const SUMMARY = {
  samira: "Samira is frightened since the break-in and wants to sleep. ",
  layla: "Her mother is afraid of waiting too long. ",
  tomas: "Both of these stand.",
} as const;

/** What every laptop must show of the record, in its order, once the meeting has been played. */
export const SAID: readonly { readonly voice: string; readonly words: string }[] = [
  { voice: "Ellen", words: "What would you like to use this time for?" },
  { voice: "Samira", words: "I want to sleep, and I don’t want to be talked about in the kitchen." },
  { voice: "Samira", words: "It started when the flat was broken into. I’m not ill, I’m frightened." },
  { voice: "Layla", words: "In my family we call this an illness. With my sister we waited too long." },
  { voice: "Jo", words: DOOR },
  { voice: "Samira", words: MINE },
  {
    voice: "Dr Okafor",
    words: "I notice I want to act quickly, and wonder if that’s my worry more than Samira’s night.",
  },
  { voice: "Tomas", words: "When Jo spoke of the door I remembered mine. What if someone checked it with her?" },
  { voice: "Ellen", words: "I heard love in both stories, and hurry in one." },
  { voice: "Samira", words: "“Check it with me” – write that. First thing that sounded like help." },
  { voice: "Layla", words: "“Hurry” – yes. I am afraid at night." },
];

/** Plays the scenario as far as the program goes, with every “must be true” asserted on every laptop. */
export async function play(
  url: string,
  room: Room,
  report: Report,
  away: Parameters<typeof playWithdrawing>[2],
): Promise<{ readonly link: string }> {
  const { a, b, c, d } = room;
  const everyone = [a, b, c, d];
  const said = (index: number): { voice: string; words: string } => {
    const one = SAID[index];
    if (one === undefined) throw new Error(`nothing is said at ${String(index)}`);
    return one;
  };
  const shows = async (index: number): Promise<void> => {
    const { voice, words } = said(index);
    await expectEverywhere(everyone, (hands) => hands.utterance(words), `${voice}: ${words}`);
  };

  let link = "";
  await report.step("begin", "Ellen starts the meeting and shows an invitation", async () => {
    link = await b.startMeeting(url, "Samira’s meeting", "Samira", ellen);
    await report.picture("begin-B", b.page);
  });
  await report.step("arrive", "Samira, Layla and Karim knock on their laptops and are let in", async () => {
    await a.knock(link, samira);
    await c.knock(link, layla);
    await d.knock(link, karim);
    await report.picture("arrive-A", a.page);
    await b.letIn("Samira");
    await b.letIn("Layla");
    await b.letIn("Karim");
    await expectEverywhere([a, c, d], (hands) => hands.summary, "the meeting opens by itself");
  });
  await report.step("share", "Dr Okafor and Tomas come to laptop C, and are let in", async () => {
    for (const voice of [okafor, tomas]) {
      await c.addVoice(voice);
      await b.letIn(voice.name);
    }
    await expectEverywhere(everyone, ({ page }) => page.getByText("Tomas").first(), "Tomas is here");
  });
  await report.step("1", "Ellen: what would you like to use this time for?", async () => {
    await b.say("Ellen", said(0).words);
    await shows(0);
  });
  await report.step("2", "Samira: I want to sleep", async () => {
    await a.write("Samira", said(1).words.slice(0, 20));
    await expectEverywhere(
      [b, c, d],
      (hands) => hands.utterance(said(1).words.slice(0, 20)),
      "seen while being written",
    );
    await a.page.keyboard.type(said(1).words.slice(20));
    await a.page.keyboard.press("Control+Enter");
    await shows(1);
  });
  await report.step("6", "Samira: I’m not ill, I’m frightened", async () => {
    await a.say("Samira", said(2).words);
    await shows(2);
  });
  await report.step("7", "Layla: in my family we call this an illness; both stand side by side", async () => {
    await c.say("Layla", said(3).words);
    await shows(3);
    await shows(2);
    await report.pictures("07");
  });
  await playWithdrawing(room, report, away);
  await report.step("14", "Dr Okafor reflects", async () => {
    await c.reflect("Dr Okafor", said(6).words);
    await shows(6);
  });
  await report.step("15", "Tomas reflects", async () => {
    await c.reflect("Tomas", said(7).words);
    await shows(7);
  });
  await report.step("16", "Ellen reflects", async () => {
    await b.reflect("Ellen", said(8).words);
    await shows(8);
    await expectEverywhere(everyone, ({ page }) => page.getByText(/^Reflection/).first(), "a room of its own");
    await report.pictures("16");
  });
  await report.step("17", "Samira answers Tomas", async () => {
    await a.answer("Samira", said(7).words, said(9).words);
    await shows(9);
    await expectEverywhere(everyone, ({ page }) => page.getByText("answering Tomas").first(), "shows whom it answers");
  });
  await report.step("18", "Layla answers Ellen", async () => {
    await c.answer("Layla", said(8).words, said(10).words);
    await shows(10);
  });
  await report.step("write", "three voices write the summary together", async () => {
    await a.writeSummary("Samira", SUMMARY.samira);
    await expectEverywhere(
      [b, c, d],
      ({ summary }) => summary.filter({ hasText: SUMMARY.samira.trim() }),
      "Samira’s words",
    );
    await c.writeSummary("Layla", SUMMARY.layla);
    await expectEverywhere(
      [a, b, d],
      ({ summary }) => summary.filter({ hasText: SUMMARY.layla.trim() }),
      "Layla’s words",
    );
    await c.writeSummary("Tomas", SUMMARY.tomas);
    await expectEverywhere(everyone, ({ summary }) => summary.filter({ hasText: SUMMARY.tomas }), "Tomas’s words");
    await expectSame(everyone, async ({ summary }) => summary.innerText());
    await report.pictures("write");
  });
  await report.step("21", "the decision, with Samira agreeing and Layla’s reservation", async () => {
    await b.decide(DECISION);
    await expectEverywhere(everyone, ({ page }) => page.getByRole("article", { name: DECISION }), "the decision");
    await a.takePosition("Samira", DECISION, "I agree", "");
    await c.takePosition(
      "Layla",
      DECISION,
      "I agree, with a reservation",
      "If I may ring at night and someone answers.",
    );
    await expectEverywhere(
      everyone,
      ({ page }) => page.getByText("If I may ring at night and someone answers.").first(),
      "Layla’s reservation",
    );
    await report.pictures("21");
  });
  await report.step(
    "26",
    "first round: five say yes, Layla and Karim not yet; it stays a draft and is not exported as agreed",
    async () => {
      await b.propose();
      await b.read("Ellen");
      await report.picture("26-read-B", b.page);
      await b.answerText("Yes, this can stand");
      await answerForJo(b, c);
      await a.read("Samira");
      await a.answerText("Yes, this can stand");
      await d.read("Karim");
      await d.answerText("Not yet");
      for (const name of ["Dr Okafor", "Tomas"]) await answerOnShared(c, name, "Yes, this can stand");
      await answerOnShared(c, "Layla", "Not yet");
      await report.picture("26-not-yet-C", c.page);
      await b.openRecord();
      await expectEverywhere([b], ({ page }) => page.getByRole("heading", { name: "This is a draft" }), "a draft");
      await b.page.getByRole("button", { name: "Plain text (Markdown)" }).click();
      await expectEverywhere(
        [b],
        ({ page }) => page.getByRole("alert").filter({ hasText: /\S/ }),
        "a sentence that says why",
      );
      await report.picture("26-refused-B", b.page);
    },
  );
  await report.step(
    "27",
    "second round: Layla’s fear is in it, all seven say yes, and it is final everywhere",
    async () => {
      for (const hands of everyone) await hands.backToMeeting();
      await c.writeSummary("Layla", " Now my fear is in it too.");
      await expectEverywhere(
        everyone,
        ({ summary }) => summary.filter({ hasText: "Now my fear is in it too." }),
        "in it",
      );
      await b.propose();
      await b.read("Ellen");
      await expectEverywhere([b], ({ page }) => page.getByText("Now my fear is in it too.").first(), "what changed");
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
      for (const hands of everyone) await hands.openRecord();
      await expectEverywhere(
        everyone,
        ({ page }) => page.getByRole("heading", { name: "The agreed record" }),
        "it is agreed on every laptop",
      );
      await report.pictures("27-agreed");
    },
  );
  return { link };
}

/** Jo is read to and says yes aloud: Ellen writes it down, Tomas has heard it. */
async function answerForJo(b: Hands, c: Hands): Promise<void> {
  await b.read("Jo");
  await b.answerText("Yes, this can stand");
  await c.backToMeeting();
  await c.witness("Tomas", "says yes to the text that was read");
}

/** On a shared laptop: the cover, the text alone, the answer, and the laptop is handed on. */
async function answerOnShared(c: Hands, name: string, answer: "Not yet" | "Yes, this can stand"): Promise<void> {
  await c.read(name);
  await c.answerText(answer);
  await c.page.getByRole("button", { name: "I am done" }).click();
}
