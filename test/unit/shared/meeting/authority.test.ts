import { describe, expect, it } from "vitest";
import { authorityOf } from "../../../../shared/meeting/authority.ts";
import type { Part } from "../../../../shared/meeting/shapes.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { stated } from "../../../cast/samiras-meeting.ts";
import {
  ellen,
  everyone,
  jo,
  karim,
  layla,
  okafor,
  samira,
  stranger,
  type CastVoice,
} from "../../../cast/seven-voices.ts";

type Said = Stated<MeetingStatement>;

const NONCE = "A".repeat(43);
const began = (voice: CastVoice, at = 1): Said =>
  stated(voice, at, {
    kind: "meeting-begun",
    name: "",
    personCalled: "Samira",
    language: "en",
    nonce: NONCE,
    seed: "",
  });
const introduced = (voice: CastVoice, at: number, kind: Part = voice.profile.kind): Said =>
  stated(voice, at, { kind: "voice-introduced", profile: { ...voice.profile, kind } });
const admitted = (by: CastVoice, voice: CastVoice, at: number): Said =>
  stated(by, at, { kind: "voice-admitted", voice: voice.id });
const hosting = (by: CastVoice, voice: CastVoice, at: number): Said =>
  stated(by, at, { kind: "hosting-given", voice: voice.id });

const namesOf = (voices: { has(id: CastVoice["id"]): boolean }) =>
  [...everyone, stranger].filter(({ id }) => voices.has(id)).map(({ profile }) => profile.name);

describe("who is let in", () => {
  it("is whoever began the meeting, and nobody who only introduced themselves", () => {
    const {
      founder,
      admitted: voices,
      hosting: hosts,
    } = authorityOf([began(ellen), ...everyone.map((one, at) => introduced(one, at + 2))]);
    expect(founder).toBe(ellen.id);
    expect(namesOf(voices)).toEqual(["Ellen"]);
    expect(namesOf(hosts)).toEqual(["Ellen"]);
  });

  it("is nobody while nobody has begun the meeting", () => {
    expect(namesOf(authorityOf([admitted(ellen, samira, 1), hosting(ellen, samira, 2)]).admitted)).toEqual([]);
  });

  it("is whom a host lets in, and whom those let in to whom the hosting was given", () => {
    const said = [began(ellen), admitted(ellen, okafor, 2), hosting(ellen, okafor, 3), admitted(okafor, layla, 4)];
    expect(namesOf(authorityOf(said).admitted)).toEqual(["Layla", "Ellen", "Dr Okafor"]);
  });

  it("is always also whom the person at the centre lets in, once the person is there", () => {
    const said = [began(ellen), introduced(samira, 2), admitted(samira, jo, 3)];
    expect(namesOf(authorityOf(said).admitted)).toEqual(["Ellen"]);
    expect(namesOf(authorityOf([...said, admitted(ellen, samira, 4)]).admitted)).toEqual(["Samira", "Jo", "Ellen"]);
  });

  it("is not for others to say: not for a brother, not for a professional without the hosting, not for a stranger", () => {
    const said = [
      began(ellen),
      ...[karim, okafor].flatMap((one) => [introduced(one, 2), admitted(ellen, one, 3)]),
      admitted(karim, jo, 4),
      admitted(okafor, jo, 5),
      admitted(stranger, jo, 6),
      admitted(stranger, stranger, 7),
    ];
    expect(namesOf(authorityOf(said).admitted)).toEqual(["Karim", "Ellen", "Dr Okafor"]);
  });

  it("does not change because someone, once let in, calls himself the person at the centre", () => {
    const said = [began(ellen), introduced(karim, 2), admitted(ellen, karim, 3), admitted(karim, jo, 5)];
    for (const at of [1, 4]) {
      expect(namesOf(authorityOf([...said, introduced(karim, at, "person")]).admitted)).toEqual(["Karim", "Ellen"]);
    }
  });

  it("is the same for any clocks: a laptop that believes it is 1970 neither loses its voice nor gains one", () => {
    const said = [
      began(ellen, 900),
      admitted(ellen, okafor, 800),
      hosting(ellen, okafor, 700),
      admitted(okafor, layla, 1),
    ];
    expect(namesOf(authorityOf(said.toReversed()).admitted)).toEqual(["Layla", "Ellen", "Dr Okafor"]);
  });
});

describe("the hosting", () => {
  it("is given on by whoever has it, to whoever was let in", () => {
    const said = [
      began(ellen),
      admitted(ellen, okafor, 2),
      hosting(ellen, okafor, 3),
      admitted(okafor, layla, 4),
      hosting(okafor, layla, 5),
    ];
    expect(namesOf(authorityOf(said).hosting)).toEqual(["Layla", "Ellen", "Dr Okafor"]);
  });

  it("is not taken, not given by the person at the centre alone, and not given to someone who waits", () => {
    const said = [
      began(ellen),
      introduced(samira, 2),
      admitted(ellen, samira, 3),
      hosting(samira, samira, 4),
      hosting(samira, layla, 5),
      hosting(ellen, karim, 6),
    ];
    expect(namesOf(authorityOf(said).hosting)).toEqual(["Ellen"]);
  });
});

it("whoever leaves is remembered as having left", () => {
  const said = [began(ellen), admitted(ellen, karim, 2), stated(karim, 3, { kind: "voice-left" } as const)];
  expect(namesOf(authorityOf(said).left)).toEqual(["Karim"]);
});
