import type { Locator } from "playwright-core";
import type { Arriving } from "../demo/cast.ts";
import type { Hands } from "../demo/hands.ts";
import type { House } from "./house.ts";
import { openPastWarning } from "./past-the-warning.ts";
import * as people from "./people.ts";

const PICTURES = "Five pictures to compare";

/** The host begins a meeting. Resolves to the link that the invitation shows, which is at an address of the network. */
export function beginMeeting({ host, ownUrl }: House): Promise<string> {
  return host.startMeeting(ownUrl, "Samira’s meeting", "Samira", people.host);
}

/** A guest opens the invitation, goes past the browser's warning, says who they are, and knocks. */
export async function knock(guest: Hands, link: string, arriving: Arriving): Promise<void> {
  await openPastWarning(guest.page, link);
  await guest.knockHere(arriving);
}

/** Waits until both screens show pictures for this knock, and says whether they are the same. */
export async function comparePictures(host: Hands, guest: Hands, { name }: Arriving): Promise<boolean> {
  const [there, here] = await Promise.all([
    picturesIn(guest.page.getByRole("list", { name: PICTURES })),
    picturesIn(knocking(host, name).getByRole("list", { name: PICTURES })),
  ]);
  return there.length === 5 && there.join() === here.join();
}

/** Compares the pictures and lets the newcomer in. */
export async function letIn(host: Hands, guest: Hands, arriving: Arriving): Promise<void> {
  if (!(await comparePictures(host, guest, arriving))) throw new Error(`${arriving.name} sees other pictures`);
  await host.letIn(arriving.name);
}

/** Everyone comes to one new meeting. Resolves when all are in, to when the first and the last of them were let in. */
export async function gather(house: House): Promise<Gathered> {
  const { host, guests } = house;
  const link = await beginMeeting(house);
  for (const [place, guest] of guests.entries()) await knock(guest, link, people.guest(place));
  let firstMs = 0;
  let lastMs = 0;
  for (const [place, guest] of guests.entries()) {
    const arriving = people.guest(place);
    if (!(await comparePictures(host, guest, arriving))) throw new Error(`${arriving.name} sees other pictures`);
    lastMs = Date.now();
    if (place === 0) firstMs = lastMs;
    await host.letIn(arriving.name);
  }
  await Promise.all(guests.map((guest) => guest.summary.waitFor()));
  return { link, firstMs, lastMs };
}

/** When people were let in, in milliseconds since 1970. */
export interface Gathered {
  readonly link: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

function knocking({ page }: Hands, name: string): Locator {
  const door = page.getByRole("region", { name: "Who would like to come in" });
  return door.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Let ${name} in` }) });
}

async function picturesIn(list: Locator): Promise<readonly string[]> {
  await list.waitFor();
  return list.getByRole("listitem").allInnerTexts();
}
