import { expect, it } from "vitest";
import type { Exchange } from "../../electron/exchange/exchange.ts";
import { soon } from "../cast/soon.ts";

/** What every exchange promises. `begin` gives one more instance, ready, joined with the others it gave. */
export function keepsTheExchangesPromises(begin: () => Promise<Exchange>): void {
  /** Listens, and waits until the other instance knows it. */
  async function hearing(here: Exchange, there: Exchange, channel: string): Promise<string[]> {
    const heard: string[] = [];
    here.hear(channel, (message) => heard.push(message.toString("utf8")));
    await soon(async () => expect(await there.publish(channel, Buffer.from("listening?"))).toBe(true));
    await soon(() => expect(heard).toContain("listening?"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    heard.length = 0;
    return heard;
  }

  it("brings what one publishes to the others that hear it, in order, and says so", async () => {
    const [here, there] = [await begin(), await begin()];
    const heard = await hearing(there, here, "a");
    const sent = Array.from({ length: 500 }, (_, index) => `message ${index}`);
    const wereHeard = await Promise.all(sent.map((message) => here.publish("a", Buffer.from(message))));
    expect(new Set(wereHeard)).toEqual(new Set([true]));
    await soon(() => expect(heard).toEqual(sent));
  });

  it("brings nothing of one's own back, and does not count oneself", async () => {
    const [here, there] = [await begin(), await begin()];
    const own = await hearing(here, there, "a");
    expect(await here.publish("a", Buffer.from("own"))).toBe(false);
    await there.publish("a", Buffer.from("other"));
    await soon(() => expect(own).toEqual(["other"]));
  });

  it("keeps channels apart", async () => {
    const [here, there] = [await begin(), await begin()];
    const [a, b] = [await hearing(there, here, "a"), await hearing(there, here, "b")];
    expect(await here.publish("c", Buffer.from("c"))).toBe(false);
    await here.publish("b", Buffer.from("b"));
    await soon(() => expect(b).toEqual(["b"]));
    expect(a).toEqual([]);
  });

  it("brings nothing any more to those who ceased to hear", async () => {
    const [here, there] = [await begin(), await begin()];
    const heard: string[] = [];
    const cease = there.hear("a", (message) => heard.push(message.toString("utf8")));
    await soon(async () => expect(await here.publish("a", Buffer.from("before"))).toBe(true));
    cease();
    await soon(async () => expect(await here.publish("a", Buffer.from("after"))).toBe(false));
    there.hear("a", (message) => heard.push(message.toString("utf8")));
    await soon(async () => expect(await here.publish("a", Buffer.from("again"))).toBe(true));
    await soon(() => expect(heard.at(-1)).toBe("again"));
  });

  it("brings everything to those who cease and hear again at once", async () => {
    // They hear again when the other knows that they have ceased, and may not know it themselves: each time that is another race.
    for (let time = 0; time < 20; time += 1) {
      const [here, there] = [await begin(), await begin()];
      const channel = `race ${time}`;
      const hear = () => there.hear(channel, () => undefined);
      const isHeard = (words: string) => here.publish(channel, Buffer.from(words));
      const cease = hear();
      await soon(async () => expect(await isHeard("before")).toBe(true));
      cease();
      await soon(async () => expect(await isHeard("after")).toBe(false));
      hear();
      await soon(async () => expect(await isHeard("again")).toBe(true));
    }
  });

  it("lets a newer listener of a channel take the older one's place", async () => {
    const [here, there] = [await begin(), await begin()];
    const older: string[] = [];
    const cease = there.hear("a", (message) => older.push(message.toString("utf8")));
    const newer = await hearing(there, here, "a");
    older.length = 0;
    cease();
    await here.publish("a", Buffer.from("hello"));
    await soon(() => expect(newer).toEqual(["hello"]));
    expect(older).toEqual([]);
  });

  it("carries bytes as they are", async () => {
    const [here, there] = [await begin(), await begin()];
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index & 0xff));
    const heard: Buffer[] = [];
    there.hear("a", (message) => heard.push(Buffer.from(message)));
    await soon(async () => expect(await here.publish("a", bytes)).toBe(true));
    await soon(() => expect(heard[0]).toEqual(bytes));
  });
}
