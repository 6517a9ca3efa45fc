import { describe, expect, it } from "vitest";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import type { VoicesTold } from "../../../../shared/meeting/voices-told.ts";
import { createMessages } from "../../../../renderer/i18n/messages.ts";
import { paragraphsOf } from "../../../../renderer/voices/sentences.ts";
import { ellen, everyone, jo, karim, layla, samira, tomas } from "../../../cast/seven-voices.ts";

const messages = createMessages();
const nameOf = (voice: VoiceId) => everyone.find(({ id }) => id === voice)?.profile.name ?? "";
const say = (told: VoicesTold) => paragraphsOf(told, nameOf, messages.t, "en");

describe("the picture of the voices in words", () => {
  it("says who spoke after whom, in plain sentences", () => {
    const told: VoicesTold = {
      passages: [
        [
          { kind: "spoke", voices: [samira.id] },
          { kind: "spoke", voices: [layla.id] },
          { kind: "answered", voice: ellen.id, whom: [samira.id] },
          { kind: "quiet" },
          { kind: "reflected", voices: [tomas.id] },
          { kind: "written-down", voice: jo.id, scribe: ellen.id },
        ],
      ],
      notHeard: [karim.id, jo.id],
    };
    expect(say(told)).toEqual([
      "Samira spoke first. Then Layla. Ellen answered Samira. Then a while went by. Tomas reflected. Ellen wrote something down for Jo, who has not confirmed it yet.",
      "Not heard yet: Karim and Jo.",
    ]);
  });

  it("tells a long meeting passage by passage", () => {
    const passage = [
      { kind: "spoke" as const, voices: [samira.id, layla.id, jo.id] },
      { kind: "reflected" as const, voices: [tomas.id, ellen.id] },
      { kind: "answered" as const, voice: samira.id, whom: [tomas.id, ellen.id] },
    ];
    expect(say({ passages: [passage, passage], notHeard: [] })).toEqual([
      "At first Samira, Layla, and Jo spoke. Tomas and Ellen reflected. Samira answered Tomas and Ellen.",
      "After that Samira, Layla, and Jo spoke. Tomas and Ellen reflected. Samira answered Tomas and Ellen.",
    ]);
  });

  it("is complete when nothing has been said", () => {
    expect(say({ passages: [], notHeard: [samira.id] })).toEqual([
      "Nothing has been said yet.",
      "Not heard yet: Samira.",
    ]);
  });
});
