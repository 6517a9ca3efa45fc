import type { Hands } from "./hands.ts";

/** What hands do about those outside the room who are to be given a copy. */

/** Names someone who will read it. */
export async function nameReader(hands: Hands, reader: string): Promise<void> {
  await onReadersPage(hands, async () => {
    await hands.pressButton("Name someone who will read it");
    await hands.manner.fill(hands.page.getByRole("textbox", { name: "Who it is" }), reader);
    await hands.pressButton("Name them");
    await hands.page.getByRole("heading", { name: reader, exact: true }).waitFor();
  });
}

/** The person at the centre says yes to a copy for the one reader there is. */
export async function letHaveCopy(hands: Hands, reader: string): Promise<void> {
  await onReadersPage(hands, async () => {
    await hands.pressButton(/They may have a copy/);
    await hands.page.getByText(`A copy for ${reader}: you have said yes.`).waitFor();
  });
}

/** A voice says how it wishes to be called in the copy for a reader. */
export async function wishToBeCalled(
  hands: Hands,
  name: string,
  wish: { readonly reader: string; readonly called: string },
): Promise<void> {
  await onReadersPage(hands, async () => {
    await hands.pressButton(`${name}: be called something else for ${wish.reader}`);
    await hands.manner.fill(hands.page.getByRole("textbox", { name: "Name", exact: true }), wish.called);
    await hands.pressButton("Keep");
    await hands.page.getByText(`is called “${wish.called}`).waitFor();
  });
}

async function onReadersPage(hands: Hands, act: () => Promise<void>): Promise<void> {
  await hands.pressButton("More");
  await hands.manner.press(hands.page.getByRole("menuitem", { name: "Who will read it" }));
  await hands.page.getByRole("heading", { name: "Who will read it" }).waitFor();
  await act();
  await hands.backToMeeting();
}
