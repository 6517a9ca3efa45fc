import { Listeners } from "../../shared/listeners.ts";

/** How one person likes to read and write on this laptop. Nothing of it leaves the laptop. */
export interface Preferences {
  readonly theme: "dark" | "light" | "system";
  /** 100 to 200. */
  readonly textPercent: number;
  /** Whether the summary shows whose words are whose. */
  readonly whoseWords: boolean;
  /** Whether a professional who writes here is offered hints about their own words. */
  readonly languageHints: boolean;
}

export const TEXT_PERCENTS: readonly number[] = [100, 125, 150, 175, 200];
const USUAL: Preferences = { theme: "system", textPercent: 100, whoseWords: true, languageHints: false };
const KEY = "polyphony/preferences";

let present: Preferences | null = null;
const listeners = new Listeners();

/** The preferences as they stand; the same object until they change. */
export function preferences(): Preferences {
  present ??= read();
  return present;
}

/** Changes some of them, shows the change at once and remembers it for the next time. */
export function prefer(change: Partial<Preferences>): void {
  present = { ...preferences(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(present));
  } catch {
    // A browser that keeps nothing (private window, full disk) still shows the choice for as long as the page is open.
  }
  showPreferences();
  listeners.notify();
}

/** Calls back after every change, until the returned function is called. */
export function subscribeToPreferences(listener: () => void): () => void {
  return listeners.subscribe(listener);
}

/** Puts theme and text size on the page. */
export function showPreferences(): void {
  const { theme, textPercent } = preferences();
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.style.setProperty("--text-scale", String(textPercent / 100));
}

function read(): Preferences {
  try {
    return parse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    // Unreadable preferences are no reason to keep anyone from the meeting.
    return USUAL;
  }
}

function parse(kept: unknown): Preferences {
  if (typeof kept !== "object" || kept === null) return USUAL;
  const theme = "theme" in kept && (kept.theme === "light" || kept.theme === "dark") ? kept.theme : USUAL.theme;
  const percent = "textPercent" in kept ? TEXT_PERCENTS.find((one) => one === kept.textPercent) : undefined;
  const whoseWords = "whoseWords" in kept && typeof kept.whoseWords === "boolean" ? kept.whoseWords : USUAL.whoseWords;
  const languageHints =
    "languageHints" in kept && typeof kept.languageHints === "boolean" ? kept.languageHints : USUAL.languageHints;
  return { theme, textPercent: percent ?? USUAL.textPercent, whoseWords, languageHints };
}
