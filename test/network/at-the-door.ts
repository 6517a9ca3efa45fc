import { letIn } from "../demo/comparing-pictures.ts";
import type { House } from "./house.ts";
import * as people from "./people.ts";

/** The host begins a meeting. Resolves to the link that the invitation shows, which is at an address of the network. */
export function beginMeeting({ host, ownUrl }: House): Promise<string> {
  return host.startMeeting(ownUrl, "Samira’s meeting", "Samira", people.host);
}

/** How many stand before the door together: no more than it takes in at once. */
const AT_ONCE = 6;

/** Everyone comes to one new meeting. Resolves when all are in, to when the first and the last of them were let in. */
export async function gather(house: House): Promise<Gathered> {
  const { host, guests } = house;
  const link = await beginMeeting(house);
  const arriving = guests.map((guest, place) => ({ guest, as: people.guest(place) }));
  const lettingInMs: number[] = [];
  for (let first = 0; first < arriving.length; first += AT_ONCE) {
    const some = arriving.slice(first, first + AT_ONCE);
    for (const { guest, as } of some) await guest.knock(link, as);
    for (const { guest, as } of some) lettingInMs.push(await letIn(host, guest, as));
  }
  await Promise.all(guests.map((guest) => guest.summary.waitFor()));
  return { link, firstMs: lettingInMs[0] ?? 0, lastMs: lettingInMs.at(-1) ?? 0 };
}

/** When people were let in, in milliseconds since 1970. */
export interface Gathered {
  readonly link: string;
  readonly firstMs: number;
  readonly lastMs: number;
}
