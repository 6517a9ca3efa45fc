import { signConsent } from "../../../shared/consent/proof.ts";
import type { ConsentDocument } from "../../../shared/consent/signed-documents.ts";
import type { Digest } from "../../../shared/feed/ids.ts";
import { karim, stranger } from "../../cast/seven-voices.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";

/** Samira's real consent to the text that lies before everyone. */
function hers({ laptops: [{ session }], proposed, samiraId }: Place): ConsentDocument {
  const answer = session.view().revisions.get(proposed)?.answers.get(samiraId);
  if (answer?.answer !== "yes") throw new Error("Samira has consented");
  return answer.document;
}

const consent = (place: Place, wish: Partial<Parameters<typeof signConsent>[0]> = {}) =>
  signConsent({
    meeting: place.laptops[0].session.view().meeting,
    voice: karim.id,
    digest: place.proposed,
    privateKey: karim.privateKey,
    givenAtMs: Date.now(),
    ...wish,
  });

const OTHER = "ab".repeat(32) as Digest; // 64 hexadecimal digits

/** Only a voice itself says yes, not yet, or no longer. */
export const answeringForAnother: readonly Attack[] = [
  inAMeeting("consent for another", "P3", async (place) => {
    const { proposed: digest, samiraId } = place;
    const forged = [
      await consent(place, { voice: samiraId }),
      { ...(await consent(place)), voice: samiraId },
      { ...hers(place), givenAt: "2026-01-01T00:00:00.000Z" },
    ];
    for (const document of forged) await (await place.thief.pen()).state({ kind: "consent-given", digest, document });
    return { tried: forged.length, harms: await shownAsPutAside(place) };
  }),
  inAMeeting("let another's consent to one text count for another text", "P3", async (place) => {
    const document = hers(place);
    await (await place.thief.pen()).state({ kind: "consent-given", digest: OTHER, document });
    const { proof } = document;
    const moved = { ...document, revision: OTHER, proof };
    await (await place.thief.pen()).state({ kind: "consent-given", digest: OTHER, document: moved });
    return { tried: 2, harms: await shownAsPutAside(place) };
  }),
  inAMeeting("give back a consent that its voice has taken back", "P3", async (place) => {
    const { laptops, proposed: digest, thief, samiraId } = place;
    const document = hers(place);
    const [{ session: ellens }, { session: samiras }] = laptops;
    await samiras.takeBack(samiraId, digest);
    await place.settle();
    await (await thief.pen()).state({ kind: "consent-given", digest, document });
    thief.put(thief.heard);
    await place.settle();
    const isBack = ellens.view().revisions.get(digest)?.answers.has(samiraId) === true;
    await samiras.consent(samiraId, digest);
    return { tried: 2, harms: isBack ? ["a consent that was taken back counts again"] : [] };
  }),
  inAMeeting("take another's consent back, or withhold it", "P3", async (place) => {
    const { proposed: digest, samiraId } = place;
    const pen = await place.thief.pen();
    await pen.state({ kind: "consent-taken-back", digest });
    await pen.state({ kind: "consent-withheld", digest, words: `for ${samiraId}` });
    return { tried: 2 };
  }),
  inAMeeting("make a text final as somebody who was not let in", "P3", async (place) => {
    const { proposed: digest } = place;
    const document = await consent(place, { voice: stranger.id, privateKey: stranger.privateKey });
    const pen = await place.thief.pen(stranger);
    await pen.state({ kind: "voice-introduced", profile: karim.profile });
    await pen.state({ kind: "consent-given", digest, document });
    return { tried: 1 };
  }),
];
