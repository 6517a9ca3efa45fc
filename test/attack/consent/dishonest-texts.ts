import { digestOf } from "../../../shared/consent/root.ts";
import { signConsent } from "../../../shared/consent/proof.ts";
import type { Revision } from "../../../shared/consent/statements.ts";
import type { TaskId, VoiceId, WishId } from "../../../shared/feed/ids.ts";
import { karim } from "../../cast/seven-voices.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";

/** Proposes a text that was changed, and consents to it alone: it must not become agreed, nor count as proposed. */
export function proposing(name: string, change: (revision: Revision, place: Place) => Partial<Revision>): Attack {
  return inAMeeting(name, "P3", async (place) => {
    const [{ session }] = place.laptops;
    const honest = session.view().revisions.get(place.proposed)?.revision;
    if (honest === undefined) throw new Error("a text lies before everyone");
    const revision = { ...honest, ...change(honest, place) };
    const digest = await digestOf(revision);
    const { id: voice, privateKey } = karim;
    const { meeting } = session.view();
    const document = await signConsent({ meeting, voice, digest, privateKey, givenAtMs: Date.now() });
    const pen = await place.thief.pen();
    await pen.state({ kind: "revision-proposed", digest, revision });
    await pen.state({ kind: "consent-given", digest, document });
    await place.settle();
    const takenFor = place.laptops.flatMap((laptop) => {
      const { agreed, revisions } = laptop.session.view();
      if (agreed === digest) return [`${laptop.name} laptop takes it for agreed`];
      return revisions.has(digest) ? [`${laptop.name} laptop takes it for a text to be asked about`] : [];
    });
    return { tried: 1, harms: takenFor };
  });
}

export const proposingDishonestTexts: readonly Attack[] = [
  proposing("propose a text that leaves a voice out", ({ voices }, { samiraId }) => ({
    voices: voices.filter(({ id }) => id !== samiraId),
    ...{ utterances: [], summary: [], decisions: [] },
  })),
  proposing("propose a text that asks only oneself", ({ voices }) => ({
    voices: voices.filter(({ id }) => id === karim.id),
    ...{ utterances: [], summary: [], decisions: [] },
  })),
  proposing("propose a text in which one's own words are another's", ({ utterances }) => ({
    utterances: utterances.map((utterance) => ({ ...utterance, voice: karim.id })),
  })),
  proposing("propose a text with words of nobody", () => ({
    summary: [{ style: "paragraph", runs: [{ voice: null, text: "Samira goes to hospital." }] }],
  })),
  proposing("propose a text in which an utterance answers something else", ({ utterances }) => ({
    utterances: utterances.map((utterance) => ({ ...utterance, answers: utterance.id })),
  })),
  proposing("propose a text in which one who is missing is said to speak", ({ utterances }) => ({
    utterances: utterances.map((utterance) => ({ ...utterance, imagines: "Father" })),
  })),
  proposing("propose a text with a rendering that no interpreter gave", ({ utterances }) => ({
    utterances: utterances.map((utterance) => ({
      ...utterance,
      renderings: [{ by: karim.id, name: "Karim", language: "ar", text: "أنا مريضة.", notes: [] }],
    })),
  })),
  proposing(
    "propose a text with another's matter, task or wish, and leave them out",
    ({ voices, decisions }, place) => {
      const { samiraId: voice } = place;
      const mark = place.decision;
      return {
        voices: voices.filter(({ id }) => id !== voice),
        ...{ utterances: [], summary: [] },
        decisions: decisions.map((one) => ({ ...one, positions: [], matters: [{ voice, words: "I am ill." }] })),
        // Any owned id is spelt like any other.
        tasks: [{ id: mark as string as TaskId, voice, what: "I take the medicine.", until: "" }],
        wishes: [{ id: mark as string as WishId, voice, text: "I wish to go to hospital." }],
      };
    },
  ),
  proposing("propose a text under another name than the meeting's", () => ({ name: "Samira, non-compliant" })),
  proposing("propose a text of another meeting", () => ({ meeting: "A".repeat(43) })),
  proposing("propose a text that asks one voice twice", ({ voices }) => ({ voices: [...voices, ...voices] })),
  inAMeeting("propose one text under another's digest", "P3", async (place) => {
    const [{ session }] = place.laptops;
    const revision = session.view().revisions.get(place.proposed)?.revision;
    if (revision === undefined) throw new Error("a text lies before everyone");
    const changed = { ...revision, nextMeeting: "Tomorrow, at the hospital." };
    const pen = await place.thief.pen();
    await pen.state({ kind: "revision-proposed", digest: place.proposed, revision: changed });
    return { tried: 1, harms: await shownAsPutAside(place) };
  }),
  inAMeeting("let someone speak before a text and then leave them out of it", "P3", async (place) => {
    const [{ session }, { session: samiras }] = place.laptops;
    const revision = session.view().revisions.get(place.proposed)?.revision;
    if (revision === undefined) throw new Error("a text lies before everyone");
    const voices = revision.voices.filter(({ id }: { readonly id: VoiceId }) => id === karim.id);
    const empty = { ...revision, voices, utterances: [], summary: [], decisions: [] };
    const digest = await digestOf(empty);
    const pen = await place.thief.pen();
    // Backdated to before anyone had spoken.
    await pen.state({ kind: "revision-proposed", digest, revision: empty }, { at: 1 });
    await place.settle();
    return { tried: 1, harms: samiras.view().revisions.has(digest) ? ["a backdated text passes Samira over"] : [] };
  }),
];
