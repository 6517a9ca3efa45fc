import { expect, it } from "vitest";
import { whoIsElsewhere } from "../../../../renderer/app/who-is-reached.ts";
import type { Voice } from "../../../../shared/meeting/state.ts";
import { asVoice, ellen, jo, karim, layla, samira, tomas } from "../../../cast/seven-voices.ts";

const known = (...voices: readonly Voice[]) => new Map(voices.map((voice) => [voice.id, voice]));

it("counts who was let in on another laptop, and names those who are not there", () => {
  const voices = known(asVoice(ellen, "admitted"), asVoice(samira, "admitted"), asVoice(karim, "admitted"));
  expect(whoIsElsewhere(voices, [ellen.id], new Set([ellen.id, samira.id]))).toEqual({
    others: 2,
    awayNames: ["Karim"],
  });
});

it("leaves out who is at this laptop, waits, has left, was removed, or has no device", () => {
  const voices = known(
    asVoice(ellen, "admitted"),
    { ...asVoice(jo, "admitted"), seated: true },
    asVoice(karim, "waiting"),
    asVoice(layla, "left"),
    asVoice(tomas, "removed"),
  );
  expect(whoIsElsewhere(voices, [ellen.id], new Set())).toEqual({ others: 0, awayNames: [] });
});
