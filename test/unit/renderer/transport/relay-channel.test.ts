import { describe, expect, it } from "vitest";
import { RelayChannel } from "../../../../renderer/transport/relay-channel.ts";
import { createLinkSeal, type Way } from "../../../../renderer/transport/relay-seal.ts";
import { randomBytes, type Bytes } from "../../../../shared/crypto/bytes.ts";
import { soon } from "../../../cast/soon.ts";

const TO_ELLEN: Way = { from: randomBytes(16), to: randomBytes(16) };
const TO_SAMIRA: Way = { from: TO_ELLEN.to, to: TO_ELLEN.from };

const said = (words: string): Bytes => new TextEncoder().encode(words);

interface End {
  readonly channel: RelayChannel;
  readonly heard: string[];
  readonly sent: Bytes[];
  states: string[];
}

/** Two ends of a channel, and between them what a relay does with each frame. */
async function connect(relay: (frame: Bytes) => readonly Bytes[] = (frame) => [frame], waiting = () => 0) {
  const shares = { caller: randomBytes(32), answerer: randomBytes(32) };
  const [caller, answerer] = [await createLinkSeal(shares, TO_ELLEN), await createLinkSeal(shares, TO_SAMIRA)];
  const end = (seal: typeof caller, other: () => End): End => {
    const sent: Bytes[] = [];
    const channel = new RelayChannel(seal, {
      transmit(frame) {
        sent.push(frame);
        for (const passed of relay(frame)) other().channel.receive(passed);
      },
      bufferedAmount: waiting,
      ended: () => made.states.push("ended"),
    });
    const made: End = { channel, heard: [], sent, states: [] };
    channel.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) made.heard.push(new TextDecoder().decode(data));
    };
    channel.onopen = () => made.states.push("open");
    channel.onclose = () => made.states.push("closed");
    return made;
  };
  const samira: End = end(caller, () => ellen);
  const ellen: End = end(answerer, () => samira);
  samira.channel.open();
  return { samira, ellen };
}

describe("A channel by way of a relay", () => {
  it("carries frames in order, and is open to the one who answered with the first of them", async () => {
    const { samira, ellen } = await connect();
    expect(ellen.channel.readyState).toBe("connecting");
    for (const words of ["I", "want", "to", "sleep"]) samira.channel.send(said(words));
    await soon(() => expect(ellen.heard).toEqual(["I", "want", "to", "sleep"]));
    expect(ellen.states).toEqual(["open"]);
    ellen.channel.send(said("Since when?"));
    await soon(() => expect(samira.heard).toEqual(["Since when?"]));
  });

  it("is closed at both ends by either, after what was said before", async () => {
    const { samira, ellen } = await connect();
    samira.channel.send(said("Goodbye."));
    samira.channel.close();
    await soon(() => expect(ellen.states).toEqual(["open", "ended", "closed"]));
    expect(ellen.heard).toEqual(["Goodbye."]);
    expect(samira.states).toEqual(["open", "ended", "closed"]);
    expect(() => samira.channel.send(said("more"))).toThrow();
  });

  it("ends at both ends when a frame does not open, and nothing of it is handed on", async () => {
    const { samira, ellen } = await connect((frame) => [frame, frame]);
    samira.channel.send(said("I want to sleep."));
    await soon(() => expect(samira.channel.readyState).toBe("closed"));
    expect(ellen.channel.readyState).toBe("closed");
    expect(ellen.heard).toEqual(["I want to sleep."]);
  });

  it("says when what was waiting has left", async () => {
    let waiting = 10;
    const { samira } = await connect(undefined, () => waiting);
    let low = 0;
    samira.channel.bufferedAmountLowThreshold = 5;
    samira.channel.onbufferedamountlow = () => (low += 1);
    samira.channel.send(said("I want to sleep."));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(low).toBe(0);
    waiting = 0;
    await soon(() => expect(low).toBe(1));
  });

  it("does not keep what comes faster than it can be opened", async () => {
    const { ellen } = await connect();
    const flood = new Uint8Array(1024 * 1024);
    for (let count = 0; count < 65; count += 1) ellen.channel.receive(flood);
    expect(ellen.channel.readyState).toBe("closed");
  });
});
