import type { Statement } from "../../../shared/consent/record.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";

/** An attack by one well-signed statement, in the own feed, about what is another's. Whoever makes it is put aside. */
function claiming(name: string, promise: Attack["promise"], claim: (place: Place) => Statement): Attack {
  return inAMeeting(name, promise, async (place) => {
    await (await place.thief.pen()).state(claim(place));
    return { tried: 1, harms: await shownAsPutAside(place) };
  });
}

/** What is another's is so by its name, which begins with a mark of its writer's key. */
export const claimingWhatIsAnothers: readonly Attack[] = [
  claiming("begin what another is writing", "P1", ({ draft }) => {
    return { kind: "utterance-begun", utterance: draft, after: null, answers: null, phase: "conversation" };
  }),
  claiming("say what another is still writing", "P2", ({ draft }) => ({ kind: "utterance-said", utterance: draft })),
  claiming("discard what another is still writing", "P2", ({ draft }) => {
    return { kind: "utterance-discarded", utterance: draft };
  }),
  claiming("discard what another has said", "P2", ({ said }) => ({ kind: "utterance-discarded", utterance: said })),
  claiming("reword another's decision", "P3", ({ decision }) => {
    return { kind: "decision-worded", decision, text: "Samira goes to hospital." };
  }),
  claiming("leave another's decision open", "P3", ({ decision }) => {
    return { kind: "left-open", decision, text: "Whether Samira goes to hospital." };
  }),
];
