import { PARTS_OF_COPY } from "../../shared/consent/statements.ts";
import { granted } from "../cast/laptops.ts";
import { forTakingPart } from "./for-taking-part.ts";
import { forTheRoom } from "./for-the-room.ts";

/** Moments in which a text is read aloud before it is answered. */
export const forReadingAloud = {
  /** Samira’s laptop: a text in which Layla has said something in Arabic, and Nadia has rendered it in English. */
  "aloud-rendered": async () => {
    const evening = await forTheRoom["rendered-samira"]();
    const { session } = evening.shown;
    granted(await session.propose(session.view().state.order));
    await evening.meeting.settled();
    return evening;
  },
  /** Ellen’s laptop: a text with a copy for the GP, in which Layla is called otherwise. */
  "aloud-readers": async () => {
    const evening = await forTakingPart["readers-ellen"]();
    const { meeting, shown } = evening;
    const [gp] = shown.session.view().state.readers.keys();
    if (gp === undefined) throw new Error("the GP is named as a reader");
    granted(await meeting.as("Samira").session.permitReader(gp, true));
    await meeting.settled();
    granted(await shown.session.propose(shown.session.view().state.order, [{ id: gp, parts: PARTS_OF_COPY }]));
    await meeting.settled();
    return evening;
  },
} as const;
