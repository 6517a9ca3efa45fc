import { expect } from "vitest";
import type { Laptop } from "../chromium.ts";
import type { MeetingPlace } from "./meeting-place.ts";

/** On this laptop no candidate for a data channel is ever used, as where a network lets none through, until it may. */
const KEPT_APART = `
  window.mayMeet = false;
  const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addIceCandidate = function (candidate) {
    return window.mayMeet ? addIceCandidate.call(this, candidate) : Promise.resolve();
  };
  RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
    const told = window.mayMeet ? sdp : sdp.replace(/^a=candidate.*\\r\\n/gm, "");
    return setRemoteDescription.call(this, { type, sdp: told });
  };
`;

/** A laptop that can open no data channel to anyone. */
export async function arriveApart(place: MeetingPlace, enter = true): Promise<Laptop> {
  const laptop = await place.arrive({ enter: false });
  await laptop.page.evaluate(KEPT_APART);
  if (enter) await place.enter(laptop);
  return laptop;
}

/** From now on this laptop may open data channels. */
export async function letMeet(laptop: Laptop): Promise<void> {
  await laptop.page.evaluate("window.mayMeet = true");
}

export const connection = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.connection());
export const words = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.arrivedWords());
export const arrived = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.arrived());
export const arrivedTwice = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.arrivedTwice());
export const presences = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.presences());

export const say = (laptop: Laptop, feed: number, seq: number, word: string) =>
  laptop.page.evaluate(([of, at, said]) => window.laptop.putWord(of, at, said), [feed, seq, word] as const);

/** Waits until each of these laptops reaches all the others by a relay, and none of them directly. */
export async function untilRelayed(...laptops: readonly Laptop[]): Promise<void> {
  for (const laptop of laptops) {
    await expect.poll(() => connection(laptop)).toMatchObject({ relayed: laptops.length - 1, direct: 0, seen: 0 });
  }
}
