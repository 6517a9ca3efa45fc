import { afterEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FramedChannel } from "../../../../renderer/transport/framed-channel.ts";
import { createPresence } from "../../../../renderer/transport/presence.ts";
import { BAG, encodeRun } from "../../../../renderer/transport/slots.ts";
import { WireDoc } from "../../../../renderer/transport/wire-doc.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import type { FeedId } from "../../../../shared/feed/ids.ts";
import { failing, reportedErrors } from "../../../cast/failing.ts";

const SAMIRA = 5;
const ELLEN = 7;

const reported = reportedErrors();
const said = (words: string): Bytes => new TextEncoder().encode(words);

afterEach(() => {
  vi.useRealTimers();
});

describe("a wire doc", () => {
  it("goes on taking in and giving out, where whoever hears of arrivals throws", () => {
    const wire = new WireDoc(failing);
    const sent: Uint8Array[] = [];
    // y-webrtc sends what it hears of here.
    wire.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "peer") sent.push(update);
    });
    for (const [seq, words] of ["I want ", "to sleep."].entries()) {
      const update = wire.admit(encodeRun({ client: SAMIRA, clock: seq, contents: [said(words)] }));
      if (update === null) throw new Error("these are honest entries");
      Y.applyUpdate(wire.doc, update, "peer");
    }
    // The wire doc looks only at the client id that belongs to a feed.
    wire.put([{ feed: "feed" as FeedId, clientId: ELLEN, seq: 0, bytes: said("Since when?") }]);
    expect(wire.doc.getArray(BAG).length).toBe(3);
    expect(sent).toHaveLength(1);
    expect(reported.messages()).toEqual(["a listener has failed", "a listener has failed"]);
  });

  it("goes on where one that sends its updates throws", () => {
    const wire = new WireDoc(() => undefined);
    let sent = 0;
    wire.doc.on("update", failing);
    wire.doc.on("update", () => (sent += 1));
    for (const seq of [0, 1, 2]) {
      // As above.
      wire.put([{ feed: "feed" as FeedId, clientId: ELLEN, seq, bytes: said(`number ${seq}`) }]);
    }
    expect(sent).toBe(3);
  });
});

describe("the presences of the others", () => {
  it("are told to the next listener too, and at every change, where one throws", () => {
    vi.useFakeTimers();
    const presence = createPresence(new Y.Doc());
    const heard: string[][] = [];
    presence.onChange(failing);
    presence.onChange((now) => heard.push([...now.values()].map((bytes) => new TextDecoder().decode(bytes))));
    for (const p of ["aGVyZQ==", "c3RpbGwgaGVyZQ=="]) {
      presence.awareness.states.set(ELLEN, { p });
      presence.awareness.emit("change", [{ added: [ELLEN], updated: [], removed: [] }, "peer"]);
      vi.advanceTimersByTime(40);
    }
    expect(heard).toEqual([["here"], ["still here"]]);
    expect(reported.messages()).toHaveLength(2);
    presence.close();
  });
});

describe("a data channel on which the browser cannot send", () => {
  it("is given up, and whoever sends to all laptops goes on to the next", () => {
    let isClosed = false;
    let wasGivenUp = 0;
    const channel = {
      readyState: "open",
      bufferedAmount: 0,
      send: failing,
      close: () => (isClosed = true),
    };
    // Nothing else of a data channel is touched by what is tested here.
    const framed = new FramedChannel(channel as unknown as RTCDataChannel, {
      received: () => undefined,
      mayLeave: () => true,
      introduced: () => undefined,
      heard: () => undefined,
      opened: () => undefined,
      closed: () => (wasGivenUp += 1),
    });
    framed.post(said("I want to sleep."));
    expect(isClosed).toBe(true);
    expect(wasGivenUp).toBe(1);
    expect(framed.bufferedAmount).toBe(0);
  });
});
