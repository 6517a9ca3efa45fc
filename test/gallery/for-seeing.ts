import { granted } from "../cast/laptops.ts";
import { begun, talk } from "./evening.ts";
import { sayElsewhere } from "./from-elsewhere.ts";

const QUARTER_OF_AN_HOUR_MS = 15 * 60_000;

/** Moments in which the voices are looked at, rather than listened to. */
export const forSeeing = {
  /** Samira's laptop after a quiet stretch: Ellen wrote something down for Jo, Karim and Jo have not been heard. */
  "voices-apart": async () => {
    const evening = await begun("Samira");
    const { meeting } = evening;
    await talk(evening);
    granted(await meeting.as("Jo").session.discardDraft());
    const words = "I want to keep walking to the canal at six. My head is quiet there.";
    const quiet = await sayElsewhere(meeting, { name: "Samira", words, laterMs: QUARTER_OF_AN_HOUR_MS });
    await meeting.as("Ellen").scribe("Jo", "Text me when you go.");
    await meeting.as("Tomas").say("I can walk with you on Tuesday.", { answers: quiet });
    await meeting.as("Layla").say("Then I will ring at seven.");
    return evening;
  },
} as const;
