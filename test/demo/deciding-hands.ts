import type { Locator } from "playwright-core";
import type { Hands } from "./hands.ts";

/** What hands do in the column where is written what we will do: everything by what the screen offers by role and name. */

/** Words a decision, or leaves something open. */
export async function decide(hands: Hands, words: string, kind: "decided" | "left open" = "decided"): Promise<void> {
  const [button, field] =
    kind === "decided" ? ["Write down a decision", "What we will do"] : ["Leave something open", "What stays open"];
  await hands.manner.press(hands.page.getByRole("button", { name: button }));
  await hands.manner.fill(hands.page.getByRole("textbox", { name: field }), words);
  await keep(hands, hands.page.getByRole("form").or(hands.page.locator("form")));
}

/** Says where a voice stands, and whether the decision may stand all the same. */
export async function takePosition(
  hands: Hands,
  name: string,
  wish: { readonly decision: string; readonly position: string; readonly words: string; readonly mayStand?: boolean },
): Promise<void> {
  await hands.speakAs(name);
  const card = decision(hands, wish.decision);
  await hands.manner.press(card.getByRole("button", { name: `Where ${name} stands` }));
  await hands.choose(card, wish.position);
  if (wish.mayStand === true) await hands.choose(card, "It may stand, with my disagreement written in it");
  await hands.manner.fill(card.getByRole("textbox", { name: "In your words, if you like" }), wish.words);
  await keep(hands, card);
}

/** Takes on what someone's reservation asks for. */
export async function takeOn(
  hands: Hands,
  name: string,
  wish: { readonly decision: string; readonly because: string; readonly until: string },
): Promise<void> {
  await hands.speakAs(name);
  const card = decision(hands, wish.decision);
  await hands.manner.press(card.getByRole("button", { name: `I take this on, for ${wish.because}` }));
  await hands.manner.fill(card.getByRole("textbox", { name: "Until when" }), wish.until);
  await keep(hands, card);
}

/** Writes down a wish of one's own. */
export async function wordWish(hands: Hands, name: string, words: string): Promise<void> {
  await hands.speakAs(name);
  const wishes = hands.page.getByRole("region", { name: "What someone wants" });
  await hands.manner.press(wishes.getByRole("button", { name: "Write down a wish" }));
  // Where someone without a device is here, it is asked whose words these are.
  const own = wishes.locator("label").filter({ hasText: new RegExp(`^${name}$`) });
  if (await own.isVisible()) await hands.choose(wishes, name);
  await hands.manner.fill(wishes.getByRole("textbox", { name: "What I want" }), words);
  await keep(hands, wishes);
}

/** Says something of a wish, for oneself or for someone who says it aloud. */
export async function weighWish(
  hands: Hands,
  name: string,
  wish: { readonly wish: string; readonly about: string; readonly words: string; readonly aloud?: string },
): Promise<void> {
  await hands.speakAs(name);
  const part = hands.page.getByRole("article", { name: wish.wish }).getByRole("region", { name: wish.about });
  await hands.manner.press(part.getByRole("button", { name: /^In .* words/ }));
  const who = wish.aloud === undefined ? name : `${wish.aloud}, aloud`;
  if (
    await part
      .locator("label")
      .filter({ hasText: new RegExp(`^${who}$`) })
      .isVisible()
  )
    await hands.choose(part, who);
  await hands.manner.fill(part.getByRole("textbox", { name: wish.about }), wish.words);
  await keep(hands, part);
}

/** Says when and where we meet again. */
export async function setNextTime(
  hands: Hands,
  wish: { readonly when: string; readonly where: string },
): Promise<void> {
  await hands.manner.press(hands.page.getByRole("button", { name: "Write down the next time" }));
  await hands.manner.fill(hands.page.getByRole("textbox", { name: "When", exact: true }), wish.when);
  await hands.manner.fill(hands.page.getByRole("textbox", { name: "Where", exact: true }), wish.where);
  await keep(hands, hands.page.getByRole("region", { name: "Next time" }));
}

/** The card of a decision, or of what was left open. */
export function decision(hands: Hands, words: string): Locator {
  return hands.page.getByRole("article", { name: words });
}

async function keep(hands: Hands, where: Locator): Promise<void> {
  const button = where.getByRole("button", { name: "Keep", exact: true });
  await hands.manner.press(button);
  await button.waitFor({ state: "detached" });
}
