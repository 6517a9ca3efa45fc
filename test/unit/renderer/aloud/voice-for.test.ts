import { describe, expect, it } from "vitest";
import { voiceFor, type MachineVoice } from "../../../../renderer/aloud/voice-for.ts";

const voice = (name: string, lang: string, more: Partial<MachineVoice> = {}): MachineVoice => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
});

describe("the voice that reads", () => {
  const voices = [
    voice("far away", "en-GB", { localService: false, default: true }),
    voice("plain", "en-US"),
    voice("preferred", "en-US", { default: true }),
    voice("regional", "de_AT"),
  ];

  it("is never one that sends the words elsewhere", () => {
    expect(voiceFor(voices, "en-GB")?.name).toBe("preferred");
    expect(voiceFor(voices.slice(0, 1), "en")).toBeNull();
  });

  it("speaks the language, in its own region where it can, and is the machine’s own choice otherwise", () => {
    expect(voiceFor(voices, "de-AT")?.name).toBe("regional");
    expect(voiceFor(voices, "de-CH")?.name).toBe("regional");
    expect(voiceFor(voices, "EN")?.name).toBe("preferred");
    expect(voiceFor(voices, "ar")).toBeNull();
    // “den” is another language than “de”.
    expect(voiceFor(voices, "den")).toBeNull();
  });
});
