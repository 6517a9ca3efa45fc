/** A voice of a machine, as the browser tells of it. */
export type MachineVoice = Pick<SpeechSynthesisVoice, "default" | "lang" | "localService" | "name">;

/**
 * The voice that reads words of a language, or null where this machine has none. A voice that would send the words elsewhere to be
 * spoken is never one. The language's own region comes first, then the voice that the machine prefers.
 */
export function voiceFor<Voice extends MachineVoice>(voices: readonly Voice[], language: string): Voice | null {
  const wanted = tagOf(language);
  const here = voices.filter((voice) => voice.localService && primaryOf(voice.lang) === primaryOf(language));
  return here.find(({ lang }) => tagOf(lang) === wanted) ?? here.find((voice) => voice.default) ?? here.at(0) ?? null;
}

// Some systems write a language with an underscore.
function tagOf(language: string): string {
  return language.replaceAll("_", "-").toLowerCase();
}

function primaryOf(language: string): string {
  return tagOf(language).split("-")[0] ?? "";
}
