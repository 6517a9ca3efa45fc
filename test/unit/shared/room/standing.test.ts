import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { english } from "../../../../renderer/i18n/english/english.ts";
import { createMessages } from "../../../../renderer/i18n/messages.ts";
import { standingOf, SURE_AFTER_MS, type Around } from "../../../../shared/room/standing.ts";

/** Samira's laptop with everything well: Ellen and Karim take part and are reached. */
const calm: Around = {
  saving: "saved",
  keeps: "disk",
  peers: { direct: 2, relayed: 0, seen: 0 },
  signaling: true,
  isOnline: true,
  hosting: null,
  others: 2,
  awayNames: [],
  viaName: null,
  forMs: { seen: 0, unanswered: 0 },
};
const nobody = { direct: 0, relayed: 0, seen: 0 };
const long = SURE_AFTER_MS + 1;
const address = "https://192.168.1.20:4807/";

const { t } = createMessages();
function said(around: Partial<Around>): string {
  const { key, name } = standingOf({ ...calm, ...around });
  return t(key, { name });
}

const told: readonly (readonly [when: string, around: Partial<Around>, sentence: string])[] = [
  ["everyone is reached", {}, "Saved here, and with everyone."],
  ["nobody else takes part", { others: 0, peers: nobody }, "Saved here."],
  [
    "one is away and the others are reached",
    { awayNames: ["Karim"], peers: { ...nobody, direct: 1 } },
    "Saved here. Karim will get it when Karim is back.",
  ],
  [
    "the only other one is away",
    { others: 1, awayNames: ["Karim"], peers: nobody },
    "Saved here. Karim will get it when Karim is back.",
  ],
  [
    "more are away",
    { awayNames: ["Karim", "Ellen"], peers: nobody },
    "Saved here. Those who are away get it when they are back.",
  ],
  [
    "nobody is reached though their presence was seen a moment ago",
    { peers: nobody },
    "Saved here. The others get it when they are reached again.",
  ],
  [
    "one is heard and not reached yet",
    { peers: { direct: 1, relayed: 0, seen: 1 } },
    "Saved here, and with everyone who is connected.",
  ],
  [
    "some are reached through a laptop",
    { peers: { direct: 1, relayed: 1, seen: 0 }, viaName: "Ellen" },
    "Saved here, and with everyone. Connected by way of Ellen’s laptop.",
  ],
  [
    "some are reached through nobody’s laptop",
    { peers: { direct: 0, relayed: 2, seen: 0 } },
    "Saved here, and with everyone.",
  ],
  [
    "there is no network and no signaling",
    { isOnline: false, signaling: false, peers: nobody },
    "Saved here. This laptop is on no network.",
  ],
  [
    "a laptop that hosts has no address",
    { hosting: { isOpen: true, addresses: [] }, peers: nobody, awayNames: ["Karim"] },
    "Saved here. This laptop is on no network.",
  ],
  [
    "the laptop that carries the line has not answered for long",
    {
      others: 1,
      awayNames: ["Ellen"],
      viaName: "Ellen",
      signaling: false,
      peers: nobody,
      forMs: { seen: 0, unanswered: long },
    },
    "Saved here. Ellen’s laptop does not answer. It may be asleep or on another network. This keeps trying.",
  ],
  [
    "laptops are heard for long and not reached",
    { peers: { ...nobody, seen: 2 }, awayNames: ["Ellen", "Karim"], forMs: { seen: long, unanswered: 0 } },
    "Saved here. This Wi-Fi seems to keep laptops apart. A phone’s hotspot or a cable helps.",
  ],
  ["words are being saved", { saving: "saving" }, "Being saved here."],
  ["words could not be saved", { saving: "failed" }, "The last words are not saved."],
  ["nothing is kept", { keeps: "window" }, "Kept only while this window is open, and with everyone who is connected."],
  [
    "nothing is kept and one is away",
    { keeps: "window", awayNames: ["Karim"], peers: { ...nobody, direct: 1 } },
    "Kept only while this window is open. Karim will get it when Karim is back.",
  ],
];

describe("how it stands", () => {
  test.each(told)("when %s", (_when, around, sentence) => {
    expect(said(around)).toBe(sentence);
  });

  const likeAway = "Saved here. Karim will get it when Karim is back.";
  test.each<[string, Partial<Around>]>([
    ["for less than ten seconds", { forMs: { seen: SURE_AFTER_MS, unanswered: 0 } }],
    ["while no signaling answers", { signaling: false, forMs: { seen: long, unanswered: 0 } }],
  ])("does not blame the Wi-Fi where laptops are heard and not reached %s", (_when, around) => {
    expect(said({ others: 1, awayNames: ["Karim"], peers: { ...nobody, seen: 1 }, ...around })).toBe(likeAway);
  });

  test.each<[string, Partial<Around>]>([
    ["before it has been silent for ten seconds", { forMs: { seen: 0, unanswered: SURE_AFTER_MS } }],
    ["while it is reached", { peers: { ...nobody, direct: 1 } }],
    ["while a line answers", { signaling: true }],
    ["where nobody knows whose the line is", { viaName: null }],
    ["where it is somebody else who is away", { viaName: "Ellen" }],
  ])("does not say that a laptop is silent %s", (_when, around) => {
    const quiet = { signaling: false, viaName: "Karim", forMs: { seen: 0, unanswered: long } };
    expect(said({ others: 1, awayNames: ["Karim"], peers: nobody, ...quiet, ...around })).toBe(likeAway);
  });

  test.each<[string, Partial<Around>]>([
    ["while signaling answers", { signaling: true }],
    ["while laptops are reached", { peers: { ...nobody, direct: 1 } }],
    ["while the room it hosts has an address", { hosting: { isOpen: true, addresses: [address] } }],
  ])("does not say that there is no network %s", (_when, around) => {
    expect(said({ isOnline: false, signaling: false, peers: nobody, ...around })).not.toContain("no network");
  });
});

const arounds: fc.Arbitrary<Around> = fc
  .record({
    saving: fc.constantFrom("failed" as const, "saved" as const, "saving" as const),
    keeps: fc.constantFrom("disk" as const, "window" as const),
    peers: fc.record({ direct: fc.nat(3), relayed: fc.nat(3), seen: fc.nat(2) }),
    signaling: fc.boolean(),
    isOnline: fc.boolean(),
    hosting: fc.constantFrom(
      null,
      { isOpen: true, addresses: [] },
      { isOpen: true, addresses: [address] },
      { isOpen: false, addresses: [] },
    ),
    names: fc.uniqueArray(fc.constantFrom("Ellen", "Karim", "Layla", "Tomas"), { maxLength: 4 }),
    here: fc.nat(3),
    viaName: fc.constantFrom(null, "Ellen", "Karim", "Nadia"),
    forMs: fc.record({
      seen: fc.constantFrom(0, SURE_AFTER_MS, long),
      unanswered: fc.constantFrom(0, SURE_AFTER_MS, long),
    }),
  })
  .map(({ names, here, ...rest }) => ({ ...rest, awayNames: names, others: names.length + here }));

describe("whatever is so", () => {
  const every = (holds: (around: Around, sentence: string) => void) =>
    fc.assert(
      fc.property(arounds, (around) => holds(around, said(around))),
      { numRuns: 5000 },
    );

  it("says “with everyone” only where everyone who takes part is reached", () => {
    every((around, sentence) => {
      if (!/with everyone(?! who is connected)/.test(sentence)) return;
      expect(around.awayNames).toEqual([]);
      expect(around.peers.seen).toBe(0);
      expect(around.peers.direct + around.peers.relayed).toBeGreaterThan(0);
      expect(around.saving).toBe("saved");
    });
  });

  it("says that anyone has it only where somebody is reached", () => {
    every((around, sentence) => {
      if (sentence.includes("with everyone")) expect(around.peers.direct + around.peers.relayed).toBeGreaterThan(0);
    });
  });

  it("says “saved” only where everything is, and stays", () => {
    every((around, sentence) => {
      expect(sentence.startsWith("Saved here")).toBe(around.saving === "saved" && around.keeps === "disk");
      expect(sentence.startsWith("Kept only while")).toBe(around.saving === "saved" && around.keeps === "window");
    });
  });

  it("blames the Wi-Fi only where laptops were heard and not reached for longer than ten seconds", () => {
    every((around, sentence) => {
      if (!sentence.includes("keep laptops apart")) return;
      expect(around.peers.seen).toBeGreaterThan(0);
      expect(around.signaling).toBe(true);
      expect(around.forMs.seen).toBeGreaterThan(SURE_AFTER_MS);
    });
  });

  it("names nobody as away or silent who is not", () => {
    every((around, sentence) => {
      const [, name] = /(\w+)(?: will get it|’s laptop does not answer)/.exec(sentence) ?? [];
      if (name !== undefined) expect(around.awayNames).toContain(name);
    });
  });

  it("has a sentence, in which nothing is left to fill in", () => {
    const known = new Set([...Object.values(english.standing.saved), ...Object.values(english.standing.guest)]);
    every((around, sentence) => {
      expect(sentence).not.toMatch(/[{}]|^standing\./);
      const { key } = standingOf(around);
      if (key.includes("saved.") || key.includes("guest."))
        expect(known).toContain(t(key, { skipInterpolation: true }));
    });
  });
});
