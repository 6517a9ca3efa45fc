import { openPastWarning } from "../network/past-the-warning.ts";
import type { Arriving } from "./cast.ts";
import { LaptopInHand } from "./laptop-in-hand.ts";

/** What people's hands do on one laptop: everything through what the screen offers by role and name, as anyone finds it. */
export class Hands extends LaptopInHand {
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

  /** Opens an invitation, goes past the browser's warning where there is one, says who comes, and knocks. */
  async knock(link: string, arriving: Arriving): Promise<void> {
    await openPastWarning(this.page, link, this.manner);
    if (arriving.keepsNothing !== undefined) await this.#keepNothing(arriving.keepsNothing);
    await this.manner.press(this.page.getByRole("button", { name: "Open the meeting" }));
    await this.#introduce(arriving);
    if (arriving.pin !== undefined) {
      await this.manner.press(this.page.getByRole("button", { name: "This laptop is shared" }));
      await this.#choosePin(arriving.pin);
    }
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
    if (arriving.pin !== undefined) await this.#choosePin(arriving.pin);
    await this.manner.press(this.page.getByRole("button", { name: "Add this voice" }));
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

  /** Has the others see words as they are written, or only when they are said. */
  async writeLive(name: string, live: boolean): Promise<void> {
    await this.speakAs(name);
    const toggle = this.page.getByRole("button", { name: "Others see it as I write" });
    if (((await toggle.getAttribute("aria-pressed")) === "true") !== live) await this.manner.press(toggle);
  }

  /** The panel of who is here and who is missing. */
  async openPeople(): Promise<void> {
    await this.pressButton("Who is here");
    await this.page.getByRole("heading", { name: "Who is not here" }).waitFor();
  }

  /** Notes that someone is missing, without a name. */
  async noteMissing(): Promise<void> {
    await this.openPeople();
    await this.pressButton("Someone is missing");
    await this.pressButton(/^Keep$|^Note that someone is missing$/);
    await this.page.getByText("Someone who is not named").waitFor();
    await this.page.keyboard.press("Escape");
  }

  /** Puts what someone said beside it in another language, the meeting's own if none is named, with a note on one of its words. */
  async render(
    name: string,
    said: string,
    rendering: {
      readonly words: string;
      readonly into?: string;
      readonly note?: { readonly word: string; readonly says: string };
    },
  ): Promise<void> {
    await this.speakAs(name);
    const article = this.utterance(said);
    await this.manner.press(article.getByRole("button", { name: /^Render/ }));
    const area = this.page.getByRole("region", { name: "Rendering" });
    if (rendering.into !== undefined) {
      await this.manner.press(area.getByRole("button", { name: /^Into / }));
      await this.manner.press(this.page.getByRole("menuitemradio", { name: rendering.into, exact: true }));
    }
    await this.manner.fill(area.getByRole("textbox").first(), rendering.words);
    if (rendering.note !== undefined) {
      await this.manner.press(area.getByRole("button", { name: "Add a note on a word" }));
      await this.manner.fill(area.getByRole("textbox", { name: "The word" }), rendering.note.word);
      await this.manner.fill(area.getByRole("textbox", { name: "What it can mean" }), rendering.note.says);
    }
    await this.manner.press(area.getByRole("button", { name: "Keep it beside the words" }));
    await area.waitFor({ state: "detached" });
  }

  async pressButton(name: RegExp | string): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name }).first());
  }

  /** Answers the utterance that holds these words. */
  async answer(name: string, to: string, words: string): Promise<void> {
    await this.speakAs(name);
    const article = this.utterance(to);
    await this.manner.goTo(article);
    await this.manner.press(article.getByRole("button", { name: /^Answer (?!some)/ }));
    await this.say(name, words);
  }

  async writeSummary(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.manner.goTo(this.summary);
    await this.page.keyboard.press("ControlOrMeta+End");
    await this.page.keyboard.type(words);
  }

  /** Freezes what stands and puts it before everyone, with a copy for each of these readers outside the room. */
  async propose(...readers: readonly string[]): Promise<void> {
    await this.manner.press(this.page.getByRole("link", { name: "Choose what is read together" }));
    for (const reader of readers) await this.choose(this.page, reader);
    const propose = this.page.getByRole("button", { name: "Propose this text" });
    await this.manner.press(propose);
    await propose.waitFor({ state: "detached" });
  }

  /** Opens the text that is proposed, for this voice alone; on a shared laptop behind its cover. */
  async read(name: string): Promise<void> {
    const isHandedOn = await this.cover.isVisible();
    if (isHandedOn) await this.takeFromCover(name);
    else await this.backToMeeting();
    // Where there are PINs, whoever has the laptop is who reads.
    if (!isHandedOn && this.pins.has(name)) await this.speakAs(name);
    if (!isHandedOn) await this.manner.press(this.page.getByRole("link", { name: /^Read (?!it aloud)/ }));
    const chooser = this.page.getByRole("heading", { name: "Who is reading?" });
    const page = this.page
      .getByText(`${name}, this is only between you and the page.`)
      .or(this.page.getByText(`Read this to ${name}, who has no device here.`));
    await chooser.or(page).waitFor();
    if (await page.isVisible()) return;
    await this.manner.press(this.page.getByRole("button", { name, exact: true }));
    const cover = this.page.getByRole("heading", { name: `For ${name}` });
    await cover.or(page).waitFor();
    if (await cover.isVisible()) await this.takeLaptop(name);
    await page.waitFor();
  }

  async answerText(answer: "Not yet" | "Yes, this can stand"): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name: answer, exact: true }));
    await this.page.getByText(/^You have said:|answered is written down/).waitFor();
  }

  /** Has read and answered: a shared laptop is handed on, any other is back in the meeting. */
  async done(): Promise<void> {
    await this.pressButton("I am done");
    await this.cover.or(this.summary).first().waitFor();
  }

  /** After “not yet”, the words that nobody has to use. */
  async sayWhyNot(words: string): Promise<void> {
    await this.manner.fill(
      this.page.getByRole("textbox", { name: "If you like, say what would need to be different" }),
      words,
    );
    await this.pressButton("Keep these words");
    await this.page.getByText("Your words are kept.").waitFor();
  }

  async openRecord(): Promise<void> {
    await this.backToMeeting();
    await this.manner.press(this.page.getByRole("button", { name: "More", exact: true }));
    await this.manner.press(this.page.getByRole("menuitem", { name: /The agreed record|Paper and files/ }));
    await this.page.getByRole("heading", { name: /The agreed record|This is a draft/ }).waitFor();
  }

  async #keepNothing(wish: boolean): Promise<void> {
    const tick = this.page.getByRole("checkbox", { name: "Keep nothing on this laptop when I close it" });
    await tick.waitFor({ state: "attached" });
    if ((await tick.isChecked()) !== wish) await this.manner.toggle(tick);
  }

  async #choosePin(pin: string): Promise<void> {
    await this.manner.fill(this.page.getByLabel("A PIN for you on this laptop"), pin);
    await this.manner.fill(this.page.getByLabel("The same once more"), pin);
  }

  async #introduce({ name, relation, as, colour, pin }: Arriving): Promise<void> {
    await this.manner.fill(this.page.getByLabel("Your name, as you want to be called"), name);
    await this.manner.fill(this.page.getByLabel("Who you are to the others"), relation);
    await this.choose(this.page, as);
    await this.choose(this.page, colour);
    if (pin !== undefined) this.pins.set(name, pin);
  }
}
