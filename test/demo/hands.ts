import type { Locator, Page } from "playwright-core";
import type { Laptop } from "../e2e/chromium.ts";
import { byMouse, type Manner } from "./manner.ts";

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

  readonly #how: (page: Page) => Manner;

  constructor(name: string, laptop: Laptop, how: (page: Page) => Manner = () => byMouse) {
    this.name = name;
    this.laptop = laptop;
    this.#how = how;
  }

  get manner(): Manner {
    return this.#how(this.page);
  }

  get page(): Page {
    return this.laptop.page;
  }

  async startMeeting(url: string, meetingName: string, personCalled: string, arriving: Arriving): Promise<string> {
    await this.page.goto(url);
    await this.manner.press(this.page.getByRole("link", { name: "Start a meeting" }));
    await this.manner.fill(this.page.getByLabel("A name for this meeting"), meetingName);
    await this.manner.fill(this.page.getByLabel("What would the person this is for like to be called?"), personCalled);
    await this.#introduce(arriving);
    await this.manner.press(this.page.getByRole("button", { name: "Begin" }));
    await this.manner.press(this.page.getByRole("button", { name: "Invite" }));
    const link = await this.page.getByLabel("Invitation link").inputValue();
    await this.page.keyboard.press("Escape");
    return link;
  }

  async knock(link: string, arriving: Arriving): Promise<void> {
    await this.page.goto(link);
    await this.manner.press(this.page.getByRole("button", { name: "Open the meeting" }));
    await this.#introduce(arriving);
    await this.manner.press(this.page.getByRole("button", { name: "Knock" }));
  }

  async letIn(name: string): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name: `Let ${name} in` }));
  }

  /** Someone else who sits at this laptop introduces themselves. */
  async addVoice(arriving: Arriving): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name: /^Speaking as|^Who is speaking/ }));
    await this.manner.press(
      this.page
        .getByRole("menuitem", { name: "Another voice on this laptop" })
        .or(this.page.getByRole("menuitemradio", { name: "Another voice on this laptop" })),
    );
    await this.#introduce(arriving);
    await this.manner.press(this.page.getByRole("button", { name: "Add this voice" }));
  }

  async speakAs(name: string): Promise<void> {
    const button = this.page.getByRole("button", { name: /^Speaking as|^Who is speaking/ });
    if ((await button.textContent())?.includes(`Speaking as ${name}`) === true) return;
    await this.manner.press(button);
    await this.manner.press(this.page.getByRole("menuitemradio", { name, exact: true }));
    await this.composer(name).waitFor();
  }

  async write(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.manner.goTo(this.composer(name));
    await this.page.keyboard.type(words);
  }

  async say(name: string, words: string): Promise<void> {
    await this.write(name, words);
    await this.manner.press(this.page.getByRole("button", { name: "Say it" }));
  }

  /** Writes down what someone else says. */
  async writeFor(name: string, speaker: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.manner.press(this.page.getByRole("button", { name: /^In my own words/ }));
    await this.manner.press(this.page.getByRole("menuitemradio", { name: `Writing down for ${speaker}` }));
    await this.manner.goTo(this.page.getByRole("textbox", { name: `What ${speaker} says, written down by ${name}` }));
    await this.page.keyboard.type(words);
    await this.manner.press(this.page.getByRole("button", { name: "Say it" }));
  }

  /** Presses one of the buttons that stand with the utterance that holds these words. */
  async actAloud(words: string, button: string): Promise<void> {
    const article = this.utterance(words);
    await this.manner.goTo(article);
    await this.manner.press(article.getByRole("button", { name: button }));
  }

  /** Says that one has heard what was written down for someone. */
  async witness(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    const notice = this.page.getByRole("status").filter({ hasText: words });
    await this.manner.press(notice.getByRole("button", { name: `I, ${name}, heard it` }));
    await notice.waitFor({ state: "detached" });
  }

  /** Takes one's own words back without a trace. */
  async takeBack(words: string): Promise<void> {
    const article = this.utterance(words);
    await this.manner.goTo(article);
    await this.manner.press(article.getByRole("button", { name: "Take these words back" }));
    await this.manner.press(this.page.getByRole("button", { name: "Take them back, leave nothing" }));
  }

  /** Lets in someone who has no device. */
  async seat(arriving: Arriving): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name: "Who is here" }));
    await this.manner.press(this.page.getByRole("button", { name: "Someone without a device" }));
    await this.#introduce(arriving);
    await this.manner.press(this.page.getByRole("button", { name: "Let them in" }));
    await this.page.getByText(`${arriving.name} is here without a device`).waitFor();
    await this.page.keyboard.press("Escape");
  }

  async reflect(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.manner.press(this.page.getByRole("button", { name: "As a reflection" }));
    await this.say(name, words);
  }

  /** Answers the utterance that holds these words. */
  async answer(name: string, to: string, words: string): Promise<void> {
    await this.speakAs(name);
    const article = this.utterance(to);
    await this.manner.goTo(article);
    await this.manner.press(article.getByRole("button", { name: /^Answer / }));
    await this.say(name, words);
  }

  async writeSummary(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.manner.goTo(this.summary);
    await this.page.keyboard.press("ControlOrMeta+End");
    await this.page.keyboard.type(words);
  }

  async decide(words: string): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name: "Write down a decision" }));
    await this.manner.fill(this.page.getByRole("textbox", { name: "What we will do" }), words);
    await this.manner.press(this.page.getByRole("button", { name: "Keep" }));
  }

  async takePosition(name: string, decision: string, position: string, words: string): Promise<void> {
    await this.speakAs(name);
    const card = this.page.getByRole("article", { name: decision });
    await this.manner.press(card.getByRole("button", { name: `Where ${name} stands` }));
    await this.#choose(card, position);
    await this.manner.fill(card.getByRole("textbox", { name: "In your words, if you like" }), words);
    await this.manner.press(card.getByRole("button", { name: "Keep" }));
  }

  async propose(): Promise<void> {
    await this.manner.press(this.page.getByRole("link", { name: "Choose what is read together" }));
    await this.manner.press(this.page.getByRole("button", { name: "Propose this text" }));
  }

  /** Opens the text that is proposed, for this voice alone; on a shared laptop behind its cover. */
  async read(name: string): Promise<void> {
    await this.backToMeeting();
    await this.manner.press(this.page.getByRole("link", { name: /^Read/ }));
    const chooser = this.page.getByRole("heading", { name: "Who is reading?" });
    const page = this.page
      .getByText(`${name}, this is only between you and the page.`)
      .or(this.page.getByText(`Read this to ${name}, who has no device here.`));
    await chooser.or(page).waitFor();
    if (await page.isVisible()) return;
    await this.manner.press(this.page.getByRole("button", { name, exact: true }));
    const there = this.page.getByRole("button", { name: `I am ${name}` });
    await there.or(page).waitFor();
    if (await there.isVisible()) await there.click();
    await page.waitFor();
  }

  async answerText(answer: "Not yet" | "Yes, this can stand"): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name: answer, exact: true }));
    await this.page.getByText(/^You have said:|answered is written down/).waitFor();
  }

  async backToMeeting(): Promise<void> {
    if (await this.summary.isVisible()) return;
    await this.manner.press(this.page.getByRole("link", { name: "Back to the meeting" }));
    await this.summary.waitFor();
  }

  async openRecord(): Promise<void> {
    await this.backToMeeting();
    await this.manner.press(this.page.getByRole("button", { name: "More" }));
    await this.manner.press(this.page.getByRole("menuitem", { name: /The agreed record|Paper and files/ }));
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
    await this.manner.fill(this.page.getByLabel("Your name, as you want to be called"), name);
    await this.manner.fill(this.page.getByLabel("Who you are to the others"), relation);
    await this.#choose(this.page, as);
    await this.#choose(this.page, colour);
  }

  /** A colour's name begins with initials, and a choice may explain itself: it is told by what stands in it. */
  async #choose(where: Locator | Page, label: string): Promise<void> {
    const choice = where.locator("label").filter({ hasText: new RegExp(`${label}$`) });
    await this.manner.choose(choice.locator("input"));
  }
}
