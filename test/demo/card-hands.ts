import type { Page } from "playwright-core";
import type { Hands } from "./hands.ts";

/** Notes who comes and whom to ring, and prints the card of it: while the text is a draft as well as when it is agreed. */
export async function printCard(
  hands: Hands,
  lines: { readonly comes: readonly [string, string]; readonly ring: readonly [string, string] },
): Promise<Page> {
  const { page, manner } = hands;
  await hands.pressButton("More");
  await manner.press(page.getByRole("menuitem", { name: "Card of arrangements" }));
  await page.getByRole("heading", { name: "A card of what we arranged" }).waitFor();
  await note(hands, { add: "Note who comes", who: "Who comes", said: "When they come" }, lines.comes);
  await note(hands, { add: "Note whom to ring", who: "Who answers", said: "Under which number" }, lines.ring);
  const [paper] = await Promise.all([page.waitForEvent("popup"), hands.pressButton("Print the card")]);
  await paper.waitForLoadState();
  return paper;
}

async function note(
  hands: Hands,
  asked: { readonly add: string; readonly who: string; readonly said: string },
  [who, said]: readonly [string, string],
): Promise<void> {
  await hands.pressButton(asked.add);
  await hands.manner.fill(hands.page.getByRole("textbox", { name: asked.who, exact: true }), who);
  await hands.manner.fill(hands.page.getByRole("textbox", { name: asked.said, exact: true }), said);
  const keep = hands.page.getByRole("button", { name: "Keep", exact: true });
  await hands.manner.press(keep);
  await keep.waitFor({ state: "detached" });
}
