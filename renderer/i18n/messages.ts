import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { english } from "./english/english.ts";

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Keeps a right-to-left name from turning the sentence around it. Other names stay exactly as they are. */
function isolateRightToLeft(words: string): string {
  return RIGHT_TO_LEFT.test(words) ? `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}` : words;
}

/** The messages of the interface, ready at once: the catalogues are part of the program, nothing is fetched. */
export function createMessages(language = "en"): i18n {
  const messages = i18next.createInstance();
  // Without a backend the initialisation is done when the call returns; its promise has nothing left to say.
  void messages.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    initAsync: false,
    resources: { en: { translation: english } },
    // React escapes what it shows, so the place where i18next would do it is free for what React does not do.
    interpolation: { escape: isolateRightToLeft },
  });
  return messages;
}
