import { beforeEach, describe, expect, it, vi } from "vitest";
import { createSpeaker, type WhileReading } from "../../../../renderer/aloud/speaker.ts";
import type { MachineVoice } from "../../../../renderer/aloud/voice-for.ts";

/** What a browser is asked to say, with the voice it was told to take. */
interface Utterance {
  readonly text: string;
  voice: MachineVoice | null;
  onend: (() => void) | null;
}

const HERE: MachineVoice = { name: "here", lang: "en", localService: true, default: false };
const FAR: MachineVoice = { name: "far away", lang: "ar", localService: false, default: true };

let spoken: Utterance[];
let cancelled: number;
let told: string[];
const tell: WhileReading = {
  onPiece: ({ text }) => told.push(text),
  onEnd: () => told.push("the end"),
  onTrouble: () => told.push("trouble"),
};
const piece = (text: string, language: string) => ({ text, language, passage: 0 });

beforeEach(() => {
  [spoken, cancelled, told] = [[], 0, []];
  vi.stubGlobal(
    "SpeechSynthesisUtterance",
    class {
      voice = null;
      onend = null;
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal(
    "window",
    Object.assign(new EventTarget(), {
      speechSynthesis: Object.assign(new EventTarget(), {
        getVoices: () => [FAR, HERE],
        speak: (one: Utterance) => spoken.push(one),
        cancel: () => {
          cancelled += 1;
        },
      }),
    }),
  );
});

describe("the voices of this machine", () => {
  it("read piece by piece, and say when they have come to the end", () => {
    createSpeaker().read([piece("One.", "en"), piece("Two.", "en-GB")], tell);
    expect(spoken.map(({ text, voice }) => [text, voice?.name])).toEqual([
      ["One.", "here"],
      ["Two.", "here"],
    ]);
    spoken.at(-1)?.onend?.();
    expect(told).toEqual(["the end"]);
  });

  it("are not replaced by one that is elsewhere: where one piece has none, nothing is spoken at all", async () => {
    createSpeaker().read([piece("One.", "en"), piece("بنتي تعبانة.", "ar")], tell);
    await Promise.resolve();
    expect(spoken).toEqual([]);
    expect(told).toEqual(["trouble"]);
  });

  it("are silent once they are stopped, and tell nothing any more", () => {
    const stop = createSpeaker().read([piece("One.", "en")], tell);
    const before = cancelled;
    stop();
    spoken.at(-1)?.onend?.();
    expect(cancelled).toBe(before + 1);
    expect(told).toEqual([]);
  });

  it("are silent when the page goes away", () => {
    createSpeaker().read([piece("One.", "en")], tell);
    const before = cancelled;
    window.dispatchEvent(new Event("pagehide"));
    expect(cancelled).toBe(before + 1);
  });

  it("are none where the browser knows nothing of voices", () => {
    vi.stubGlobal("window", new EventTarget());
    const speaker = createSpeaker();
    expect(speaker.voices()).toEqual([]);
    speaker.read([piece("One.", "en")], tell)();
    expect(spoken).toEqual([]);
  });
});
