import type { Locator, Page } from "playwright-core";
import type { Laptop } from "../e2e/chromium.ts";

/** How someone wants to be known, in the words of the form. */
export interface Arriving {
  readonly name: string;
  readonly relation: string;
  readonly as: "a peer worker" | "a professional" | "family, friend, neighbour" | "the person this meeting is for";
  readonly colour: string;
}

/** What people's hands do on one laptop: everything through what the screen offers by role and name, as anyone finds it. */
export class Hands {
  readonly name: string;
  laptop: Laptop;

  constructor(name: string, laptop: Laptop) {
    this.name = name;
    this.laptop = laptop;
  }

  get page(): Page {
    return this.laptop.page;
  }

  async startMeeting(url: string, meetingName: string, personCalled: string, arriving: Arriving): Promise<string> {
    await this.page.goto(url);
    await this.page.getByRole("link", { name: "Start a meeting" }).click();
    await this.page.getByLabel("A name for this meeting").fill(meetingName);
    await this.page.getByLabel("What would the person this is for like to be called?").fill(personCalled);
    await this.#introduce(arriving);
    await this.page.getByRole("button", { name: "Begin" }).click();
    await this.page.getByRole("button", { name: "Invite" }).click();
    const link = await this.page.getByLabel("Invitation link").inputValue();
    await this.page.keyboard.press("Escape");
    return link;
  }

  async knock(link: string, arriving: Arriving): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole("button", { name: "Open the meeting" }).click();
    await this.#introduce(arriving);
    await this.page.getByRole("button", { name: "Knock" }).click();
  }

  async letIn(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Let ${name} in` }).click();
  }

  /** Someone else who sits at this laptop introduces themselves. */
  async addVoice(arriving: Arriving): Promise<void> {
    await this.page.getByRole("button", { name: /^Speaking as|^Who is speaking/ }).click();
    await this.page
      .getByRole("menuitem", { name: "Another voice on this laptop" })
      .or(this.page.getByRole("menuitemradio", { name: "Another voice on this laptop" }))
      .click();
    await this.#introduce(arriving);
    await this.page.getByRole("button", { name: "Add this voice" }).click();
  }

  async speakAs(name: string): Promise<void> {
    const button = this.page.getByRole("button", { name: /^Speaking as|^Who is speaking/ });
    if ((await button.textContent())?.includes(`Speaking as ${name}`) === true) return;
    await button.click();
    await this.page.getByRole("menuitemradio", { name, exact: true }).click();
    await this.composer(name).waitFor();
  }

  async write(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.composer(name).click();
    await this.page.keyboard.type(words);
  }

  async say(name: string, words: string): Promise<void> {
    await this.write(name, words);
    await this.page.getByRole("button", { name: "Say it" }).click();
  }

  /** Writes down what someone else says. */
  async writeFor(name: string, speaker: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.page.getByRole("button", { name: /^In my own words/ }).click();
    await this.page.getByRole("menuitemradio", { name: `Writing down for ${speaker}` }).click();
    await this.page.getByRole("textbox", { name: `What ${speaker} says, written down by ${name}` }).click();
    await this.page.keyboard.type(words);
    await this.page.getByRole("button", { name: "Say it" }).click();
  }

  /** Presses one of the buttons that stand with the utterance that holds these words. */
  async actAloud(words: string, button: string): Promise<void> {
    const article = this.utterance(words);
    await article.focus();
    await article.getByRole("button", { name: button }).click();
  }

  /** Says that one has heard what was written down for someone. */
  async witness(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    const notice = this.page.getByRole("status").filter({ hasText: words });
    await notice.getByRole("button", { name: `I, ${name}, heard it` }).click();
    await notice.waitFor({ state: "detached" });
  }

  /** Takes one's own words back without a trace. */
  async takeBack(words: string): Promise<void> {
    const article = this.utterance(words);
    await article.focus();
    await article.getByRole("button", { name: "Take these words back" }).click();
    await this.page.getByRole("button", { name: "Take them back, leave nothing" }).click();
  }

  /** Lets in someone who has no device. */
  async seat(arriving: Arriving): Promise<void> {
    await this.page.getByRole("button", { name: "Who is here" }).click();
    await this.page.getByRole("button", { name: "Someone without a device" }).click();
    await this.#introduce(arriving);
    await this.page.getByRole("button", { name: "Let them in" }).click();
    await this.page.getByText(`${arriving.name} is here without a device`).waitFor();
    await this.page.keyboard.press("Escape");
  }

  async reflect(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.page.getByRole("button", { name: "As a reflection" }).click();
    await this.say(name, words);
  }

  /** Answers the utterance that holds these words. */
  async answer(name: string, to: string, words: string): Promise<void> {
    await this.speakAs(name);
    const article = this.utterance(to);
    await article.focus();
    await article.getByRole("button", { name: /^Answer / }).click();
    await this.say(name, words);
  }

  async writeSummary(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.summary.click();
    await this.page.keyboard.press("ControlOrMeta+End");
    await this.page.keyboard.type(words);
  }

  async decide(words: string): Promise<void> {
    await this.page.getByRole("button", { name: "Write down a decision" }).click();
    await this.page.getByRole("textbox", { name: "What we will do" }).fill(words);
    await this.page.getByRole("button", { name: "Keep" }).click();
  }

  async takePosition(name: string, decision: string, position: string, words: string): Promise<void> {
    await this.speakAs(name);
    const card = this.page.getByRole("article", { name: decision });
    await card.getByRole("button", { name: `Where ${name} stands` }).click();
    await choose(card, position);
    await card.getByRole("textbox", { name: "In your words, if you like" }).fill(words);
    await card.getByRole("button", { name: "Keep" }).click();
  }

  async propose(): Promise<void> {
    await this.page.getByRole("link", { name: "Choose what is read together" }).click();
    await this.page.getByRole("button", { name: "Propose this text" }).click();
  }

  /** Opens the text that is proposed, for this voice alone; on a shared laptop behind its cover. */
  async read(name: string): Promise<void> {
    await this.backToMeeting();
    await this.page.getByRole("link", { name: /^Read/ }).click();
    const chooser = this.page.getByRole("heading", { name: "Who is reading?" });
    const page = this.page
      .getByText(`${name}, this is only between you and the page.`)
      .or(this.page.getByText(`Read this to ${name}, who has no device here.`));
    await chooser.or(page).waitFor();
    if (await page.isVisible()) return;
    await this.page.getByRole("button", { name, exact: true }).click();
    const there = this.page.getByRole("button", { name: `I am ${name}` });
    await there.or(page).waitFor();
    if (await there.isVisible()) await there.click();
    await page.waitFor();
  }

  async answerText(answer: "Not yet" | "Yes, this can stand"): Promise<void> {
    await this.page.getByRole("button", { name: answer, exact: true }).click();
    await this.page.getByText(/^You have said:|answered is written down/).waitFor();
  }

  async backToMeeting(): Promise<void> {
    if (await this.summary.isVisible()) return;
    await this.page.getByRole("link", { name: "Back to the meeting" }).click();
    await this.summary.waitFor();
  }

  async openRecord(): Promise<void> {
    await this.backToMeeting();
    await this.page.getByRole("button", { name: "More" }).click();
    await this.page.getByRole("menuitem", { name: /The agreed record|Paper and files/ }).click();
    await this.page.getByRole("heading", { name: /The agreed record|This is a draft/ }).waitFor();
  }

  composer(name: string): Locator {
    return this.page.getByRole("textbox", { name: `What ${name} wants to say` });
  }

  get summary(): Locator {
    return this.page.getByRole("textbox", { name: "What we want to remember, written together" });
  }

  /** The utterance on the screen that holds these words. */
  utterance(words: string): Locator {
    return this.page.getByRole("article").filter({ hasText: words }).first();
  }

  async #introduce({ name, relation, as, colour }: Arriving): Promise<void> {
    await this.page.getByLabel("Your name, as you want to be called").fill(name);
    await this.page.getByLabel("Who you are to the others").fill(relation);
    await choose(this.page, as);
    await choose(this.page, colour);
  }
}

/** Ticks a choice by its label: what is drawn is the label, the radio button itself is out of sight. */
async function choose(where: Locator | Page, label: string): Promise<void> {
  // A colour's label begins with initials, so it is told apart by how it ends.
  await where
    .locator("label")
    .filter({ hasText: new RegExp(`${label}$`) })
    .click();
}
