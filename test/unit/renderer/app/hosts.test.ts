import { describe, expect, it } from "vitest";
import { mayHost } from "../../../../renderer/app/hosts.ts";
import { asVoice, ellen, layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";
import type { Voice } from "../../../../shared/meeting/state.ts";

const room = (...voices: readonly Voice[]) => new Map(voices.map((voice) => [voice.id, voice]));
const here = (...voices: readonly CastVoice[]) => voices.map(({ id }) => id);

describe("the door is shown to", () => {
  it("Ellen, who hosts, and Samira, whose meeting it is", () => {
    expect(mayHost(room(asVoice(ellen), asVoice(layla)), here(ellen))).toBe(true);
    expect(mayHost(room(asVoice(samira)), here(layla, samira))).toBe(true);
  });

  it("nobody else, and nobody who still stands at it", () => {
    expect(mayHost(room(asVoice(ellen), asVoice(layla)), here(layla))).toBe(false);
    expect(mayHost(room(asVoice(samira, "waiting")), here(samira))).toBe(false);
    expect(mayHost(room(), here(ellen))).toBe(false);
  });
});
