import { granted } from "../cast/laptops.ts";
import { begun, talk } from "./evening.ts";

/** Moments in which something is arranged. */
export const forArranging = {
  /** Ellen's laptop: who comes when is noted, and whom to ring at night; Ellen has taken something on. */
  arranged: async () => {
    const evening = await begun("Ellen", { joSeated: true });
    const { meeting } = evening;
    await talk(evening);
    const ellen = meeting.as("Ellen");
    const next = { when: "Thursday at five", where: "here", who: "whoever was here tonight", text: "" };
    granted(await ellen.session.setNextMeeting(next));
    const takenOn = {
      decision: null,
      because: null,
      what: "I ring on Wednesday about the nights.",
      until: "Wednesday",
    };
    granted(await ellen.session.takeOn(ellen.voice, takenOn));
    await meeting.settled();
    const tomas = meeting.as("Tomas").session;
    for (const after of [
      { who: "Tomas", when: "every evening at nine, to check the door" },
      { who: "خالة سميرة", when: "السبت" },
    ]) {
      granted(await tomas.noteArrangement({ of: "comes", before: null, after }));
    }
    const nightLine = { who: "The night line", number: "01632 960 021" };
    granted(await tomas.noteArrangement({ of: "ring", before: null, after: nightLine }));
    await meeting.settled();
    meeting.atRest();
    return evening;
  },
} as const;
