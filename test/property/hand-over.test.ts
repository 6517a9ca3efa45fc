import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VoiceId } from "../../shared/feed/ids.ts";
import {
  arrived,
  goesByCover,
  handedOver,
  hiddenBy,
  isBehindPin,
  lockedVoices,
  nextWhenLetIn,
  openedWith,
  pinChanged,
  spokenAs,
  unlocked,
  voicesWithPin,
  type AtLaptop,
} from "../../shared/meeting/hand-over.ts";

const idOf = (number: number) => `voice ${String(number)}` as VoiceId; // a name is enough here
const somebody = fc.nat(4).map(idOf);

/** What may happen at a laptop, in any order, also where it makes no sense. */
const act = fc.oneof(
  fc.record({ kind: fc.constant("speaks" as const), voice: somebody }),
  fc.record({ kind: fc.constant("gives-pin" as const), voice: somebody }),
  fc.record({ kind: fc.constant("arrives" as const), voice: somebody, hasPin: fc.boolean() }),
  fc.record({ kind: fc.constant("changes-pin" as const), voice: somebody, hasPin: fc.boolean() }),
  fc.record({ kind: fc.constant("hands-over" as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function after(at: AtLaptop, done: Act): AtLaptop {
  switch (done.kind) {
    case "speaks":
      return spokenAs(at, done.voice);
    case "gives-pin":
      return unlocked(at, done.voice);
    case "arrives":
      return at.locks.has(done.voice) ? at : arrived(at, done.voice, done.hasPin);
    case "changes-pin":
      return pinChanged(at, done.voice, done.hasPin);
    case "hands-over":
      return handedOver(at);
  }
}

/** What is in memory of each voice, as a program keeps it that takes up what is the speaker's and hides what it is told to. */
class Memory {
  readonly keys = new Set<VoiceId>();
  readonly drafts = new Set<VoiceId>();
  readonly notes = new Set<VoiceId>();

  become(before: AtLaptop, now: AtLaptop): void {
    for (const [voice, lock] of now.locks) if (lock !== "wanted") this.keys.add(voice);
    const { keysOf, draftsOf, notesOf } = hiddenBy(before, now);
    for (const voice of keysOf) this.keys.delete(voice);
    for (const voice of draftsOf) this.drafts.delete(voice);
    if (notesOf !== null) this.notes.delete(notesOf);
    if (now.speaking !== null) {
      this.drafts.add(now.speaking);
      this.notes.add(now.speaking);
    }
  }
}

const laptop = fc
  .record({ pins: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), acts: fc.array(act, { maxLength: 40 }) })
  .map(({ pins, acts }) => ({ opened: openedWith(pins.map((hasPin, at) => ({ id: idOf(at), hasPin }))), acts }));

describe("a laptop that several voices share", () => {
  it("holds nothing private of a voice but of the one that has it, whatever has happened", () => {
    fc.assert(
      fc.property(laptop, ({ opened, acts }) => {
        const memory = new Memory();
        let at = openedWith([]);
        memory.become(at, opened);
        at = opened;
        for (const done of acts) {
          const now = after(at, done);
          memory.become(at, now);
          at = now;
          const mine = at.speaking === null ? [] : [at.speaking];
          const withPin = voicesWithPin(at);
          expect([...memory.notes]).toEqual(mine);
          expect([...memory.keys].filter((voice) => withPin.has(voice) && !mine.includes(voice))).toEqual([]);
          expect([...memory.drafts].filter((voice) => withPin.has(voice) && !mine.includes(voice))).toEqual([]);
          if (at.speaking === null) expect([...memory.drafts].filter((voice) => withPin.has(voice))).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("lets no locked voice speak, and locks every voice with a PIN but the one that speaks", () => {
    fc.assert(
      fc.property(laptop, ({ opened, acts }) => {
        for (const at of acts.reduce<AtLaptop[]>(
          (all, done) => [...all, after(all.at(-1) ?? opened, done)],
          [opened],
        )) {
          const locked = lockedVoices(at);
          expect(at.speaking === null || (at.locks.has(at.speaking) && !locked.has(at.speaking))).toBe(true);
          for (const voice of voicesWithPin(at)) expect(locked.has(voice)).toBe(voice !== at.speaking);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("brings a voice with a PIN in by its PIN alone", () => {
    fc.assert(
      fc.property(laptop, fc.array(act, { maxLength: 40 }), ({ opened }, acts) => {
        const owner = idOf(0);
        const without = acts.filter((done) => done.kind === "hands-over" || done.voice !== owner);
        const at = without.reduce(after, opened);
        if (opened.locks.get(owner) === "wanted") expect(at.speaking).not.toBe(owner);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the way from one voice to another", () => {
  const [layla, tomas] = [idOf(0), idOf(1)];
  const both = (...withPin: readonly VoiceId[]) =>
    openedWith([layla, tomas].map((id) => ({ id, hasPin: withPin.includes(id) })));

  it("goes by the cover where one of the two has a PIN, or where nobody has the laptop", () => {
    const by = (withPin: readonly VoiceId[], speakingAs: VoiceId | null, to: VoiceId) =>
      goesByCover({ speakingAs, withPin: new Set(withPin) }, to);
    expect(by([], layla, tomas)).toBe(false);
    expect(by([layla], layla, tomas)).toBe(true);
    expect(by([tomas], layla, tomas)).toBe(true);
    expect(by([layla], layla, layla)).toBe(false);
    expect(by([], null, layla)).toBe(true);
  });

  it("begins with nobody where a voice has a PIN, and with the first where none has", () => {
    expect(both().speaking).toBe(layla);
    expect(both(tomas).speaking).toBeNull();
  });

  it("does not take the laptop out of the hands of a voice with a PIN when another voice is added", () => {
    const held = unlocked(both(layla), layla);
    const karim = idOf(2);
    expect(arrived(held, karim, true)).toMatchObject({ speaking: layla });
    expect(lockedVoices(arrived(held, karim, true))).toEqual(new Set([karim]));
    expect(arrived(both(), karim, true)).toMatchObject({ speaking: karim });
  });
});

describe("a laptop whose voices come and go", () => {
  const standings = ["admitted", "left", "removed", "waiting"] as const;
  const local = fc.uniqueArray(fc.record({ id: somebody, standing: fc.constantFrom(...standings) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ id }) => id,
  });

  it("goes to who is let in from who has left, and from nobody else", () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(local, fc.nat(4), (voices, which) => {
        const speaking = voices[which];
        const next = nextWhenLetIn(voices, speaking?.id ?? null);
        const someoneIn = voices.some(({ standing }) => standing === "admitted");
        seen.add(next !== null);
        expect(next !== null).toBe(speaking?.standing === "left" && someoneIn);
        if (next !== null) expect(voices.find(({ id }) => id === next)?.standing).toBe("admitted");
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(2);
  });

  it("keeps what is a voice's own for it alone, or for who knows its PIN", () => {
    const [one, other] = [idOf(1), idOf(2)];
    expect(isBehindPin({ localVoices: [one], withPin: new Set() }, one)).toBe(true);
    expect(isBehindPin({ localVoices: [one, other], withPin: new Set([other]) }, one)).toBe(false);
    expect(isBehindPin({ localVoices: [one, other], withPin: new Set([one]) }, one)).toBe(true);
  });
});
