import { granted } from "../cast/laptops.ts";
import { begun, type Evening } from "./evening.ts";
import { PEOPLE, type Name } from "./people.ts";

const RECOVERY = "Walking to the canal at six, and nobody asking how I am.";
const HARD = "Jo may come. Ask me before you ring anyone.";

/** Moments with the pages of Samira's own. */
export const forOwnPages = {
  /** Samira's laptop: one page is shared with two people, one is her own, one is empty. */
  "pages-samira": () => pages("Samira"),
  /** Ellen's laptop, with whom one of them is shared. */
  "pages-ellen": () => pages("Ellen"),
  /** Samira's laptop, on which she kept a page for the next time in an earlier meeting; she had a PIN in another one. */
  "pages-earlier": async () => {
    const evening = await begun("Samira");
    const { shown } = evening;
    const now = shown.session.view().meeting;
    await earlier(evening, "The first meeting", null);
    await earlier(evening, "In the spring", "1357");
    granted(await shown.open(now));
    return evening;
  },
} as const;

async function pages(whose: Name): Promise<Evening> {
  const evening = await begun(whose);
  const { meeting } = evening;
  const { session } = meeting.as("Samira");
  const written = [
    { kind: "recovery", words: RECOVERY, keep: true },
    { kind: "if-it-gets-hard", words: HARD, keep: false },
  ] as const;
  granted(await session.changePrivateNotes({ pages: written }));
  granted(await session.sharePage("recovery", RECOVERY, [meeting.voice("Ellen"), meeting.voice("Jo")]));
  await meeting.settled();
  return evening;
}

async function earlier({ shown }: Evening, name: string, pin: string | null): Promise<void> {
  granted(await shown.begin({ name, personCalled: "Samira", language: "en", profile: PEOPLE.Samira }));
  const { session } = shown;
  const { speakingAs } = session.view();
  granted(await session.changePrivateNotes({ pages: [{ kind: "recovery", words: RECOVERY, keep: true }] }));
  if (speakingAs !== null && pin !== null) granted(await session.setPin(speakingAs, { present: null, next: pin }));
}
