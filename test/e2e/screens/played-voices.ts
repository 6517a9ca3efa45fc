import type { Page } from "playwright-core";

/** What a played voice was given to say. */
export interface Heard {
  readonly text: string;
  readonly lang: string;
  readonly voice: string | null;
  readonly rate: number;
}

interface PlayedSynthesis {
  readonly heard: Heard[];
  /** Ends what is being said, as a voice that comes to its end does. */
  readonly finish: () => void;
  readonly breakOff: () => void;
  readonly isSpeaking: () => boolean;
}

declare global {
  interface Window {
    played: PlayedSynthesis;
  }
}

/** A browser that has voices: a headless one finds none on a machine without a speech service. Goes for every page opened after it. */
export async function playVoices(
  page: Page,
  voices: readonly { readonly name: string; readonly lang: string; readonly localService: boolean }[],
): Promise<void> {
  await page.addInitScript((all) => {
    type Callback = ((event: { readonly error: string }) => void) | null;
    class PlayedUtterance {
      voice: { readonly name: string } | null = null;
      lang = "";
      rate = 1;
      onstart: Callback = null;
      onend: Callback = null;
      onerror: Callback = null;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const queue: PlayedUtterance[] = [];
    const heard: Heard[] = [];
    let now: PlayedUtterance | null = null;
    const goOn = () => {
      if (now !== null) return;
      now = queue.shift() ?? null;
      if (now === null) return;
      const { text, lang, voice, rate } = now;
      heard.push({ text, lang, voice: voice?.name ?? null, rate });
      now.onstart?.({ error: "" });
    };
    const endWith = (end: (one: PlayedUtterance) => void) => {
      const one = now;
      now = null;
      if (one !== null) end(one);
      goOn();
    };
    const synthesis = Object.assign(new EventTarget(), {
      // As a browser does, it has found no voices yet when it is first asked.
      found: false,
      getVoices: () => (synthesis.found ? all : []),
      speak: (one: PlayedUtterance) => {
        queue.push(one);
        queueMicrotask(goOn);
      },
      cancel: () => {
        const waiting = queue.splice(0);
        const said = now;
        now = null;
        for (const one of said === null ? waiting : [said, ...waiting]) one.onerror?.({ error: "canceled" });
      },
    });
    setTimeout(() => {
      synthesis.found = true;
      synthesis.dispatchEvent(new Event("voiceschanged"));
    }, 200);
    window.played = {
      heard,
      finish: () => endWith((one) => one.onend?.({ error: "" })),
      breakOff: () => endWith((one) => one.onerror?.({ error: "synthesis-failed" })),
      isSpeaking: () => now !== null,
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: PlayedUtterance });
  }, voices);
}
