import type { Locator } from "playwright-core";
import type { Arriving } from "./cast.ts";
import type { Hands } from "./hands.ts";

const PICTURES = "Five pictures to compare";

/** Waits until both screens show pictures for this knock, and says whether they are the same. */
export async function comparePictures(host: Hands, guest: Hands, { name }: Arriving): Promise<boolean> {
  const [there, here] = await Promise.all([
    picturesIn(guest.page.getByRole("list", { name: PICTURES })),
    picturesOf(host, name),
  ]);
  return there.length === 5 && there.join() === here.join();
}

/** The names of the pictures that a host sees for somebody who knocks. */
export function picturesOf(host: Hands, name: string): Promise<readonly string[]> {
  return picturesIn(knocking(host, name).getByRole("list", { name: PICTURES }));
}

/** Compares the pictures and lets the newcomer in. Resolves to when, in milliseconds since 1970. */
export async function letIn(host: Hands, guest: Hands, arriving: Arriving): Promise<number> {
  if (!(await comparePictures(host, guest, arriving))) throw new Error(`${arriving.name} sees other pictures`);
  const atMs = Date.now();
  await host.letIn(arriving.name);
  return atMs;
}

function knocking({ page }: Hands, name: string): Locator {
  const door = page.getByRole("region", { name: "Who would like to come in" });
  return door.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Let ${name} in` }) });
}

async function picturesIn(list: Locator): Promise<readonly string[]> {
  await list.waitFor();
  return list.locator(".pictures__name").allInnerTexts();
}
