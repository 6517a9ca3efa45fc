import { base64urlnopad } from "@scure/base";
import type { Statement } from "../../../shared/consent/record.ts";
import { createSeed } from "../../../shared/text/seed.ts";
import { layla, stranger, karim, type CastVoice } from "../../cast/seven-voices.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";

const BEGUN: Statement = {
  kind: "meeting-begun",
  name: "My meeting",
  personCalled: "Nobody",
  language: "en",
  nonce: base64urlnopad.encode(new Uint8Array(32)),
  seed: base64urlnopad.encode(createSeed()),
};

/** Some statements by a voice that has no right to make them. */
function stating(name: string, voice: CastVoice, statements: (place: Place) => readonly Statement[]): Attack {
  return inAMeeting(name, "P1", async (place) => {
    const pen = await place.thief.pen(voice);
    const all = statements(place);
    for (const statement of all) await pen.state(statement);
    await place.settle();
    return { tried: all.length };
  });
}

export const comingUninvited: readonly Attack[] = [
  stating("let oneself in", stranger, () => [
    { kind: "voice-introduced", profile: stranger.profile },
    { kind: "voice-admitted", voice: stranger.id },
    { kind: "hosting-given", voice: stranger.id },
  ]),
  stating("let a friend in without hosting", karim, () => [
    { kind: "voice-admitted", voice: layla.id },
    { kind: "voice-introduced", profile: { ...karim.profile, kind: "professional" } },
    { kind: "voice-admitted", voice: stranger.id },
  ]),
  stating("rise to be the person at the centre, and let a friend in", karim, () => [
    { kind: "voice-introduced", profile: { ...karim.profile, kind: "person" } },
    { kind: "voice-admitted", voice: layla.id },
  ]),
  stating("give oneself the hosting duty", karim, () => [
    { kind: "hosting-given", voice: karim.id },
    { kind: "voice-admitted", voice: layla.id },
  ]),
  stating("let each other in, two strangers in a circle", stranger, () => [
    { kind: "voice-introduced", profile: stranger.profile },
    { kind: "voice-admitted", voice: layla.id },
    { kind: "hosting-given", voice: layla.id },
    { kind: "voice-left" },
  ]),
  inAMeeting("begin the meeting a second time, as its founder", "P1", async (place) => {
    await (await place.thief.pen()).state(BEGUN, { at: 1 });
    return { tried: 1, harms: await shownAsPutAside(place) };
  }),
  stating("speak without having been let in", stranger, ({ said, decision, proposed }) => [
    { kind: "paused" },
    { kind: "next-meeting-set", text: "Never." },
    { kind: "arrangements-noted", comes: [], ring: [{ who: "The night line", number: "0" }] },
    { kind: "consent-withheld", digest: proposed, words: "No." },
    { kind: "position-taken", decision, wording: "Five nights at home.", position: "do-not-agree", words: "" },
    { kind: "consent-taken-back", digest: proposed },
    { kind: "resumed", feed: `${stranger.id}/${"A".repeat(22)}` as never, seq: 0 }, // a feed's name by its pattern
    { kind: "voice-admitted", voice: stranger.id },
    { kind: "utterance-said", utterance: said },
  ]),
];
