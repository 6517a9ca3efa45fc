import fc from "fast-check";
import { signConsent } from "../../shared/consent/proof.ts";
import type { Statement } from "../../shared/consent/record.ts";
import type { ClaimedAt } from "../../shared/feed/clock.ts";
import type { Digest, VoiceId } from "../../shared/feed/ids.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import {
  aloudWithdrawalOf,
  aloudYesOf,
  areAllSigned,
  heads,
  sitDown,
  Table,
  textOf,
  withdrawalOf,
  withDevice,
  witnessOf,
  yesOf,
} from "./at-the-table.ts";
import { meeting, thursday } from "./samiras-meeting.ts";
import { ellen, jo, karim, samira, stranger, type CastVoice } from "./seven-voices.ts";

/** Everyone who does something at a laptop of their own: also one who comes when all others sit at the table. */
const doers = [...withDevice, stranger];
const introduced: Statement = { kind: "voice-introduced", profile: stranger.profile };
const admitted: Statement = { kind: "voice-admitted", voice: stranger.id };

/**
 * Everyone at the table, and four texts for them: two frozen apart from each other, one that supersedes the first, and one that
 * asks whoever came later too.
 */
export const sat = await sitDown(new Table());
const coming = new Table(sat);
const withStranger = [...sat, coming.tell(stranger, 33, introduced), coming.tell(ellen, 34, admitted)];
const first = await textOf(sat);
export const texts = [
  first,
  await textOf(sat, { frozenAtMs: thursday + 1, readers: [] }),
  await textOf(sat, { frozenAtMs: thursday + 2, supersedes: first.digest }),
  await textOf(withStranger, { frozenAtMs: thursday + 3 }),
];
const digests: readonly Digest[] = texts.map(({ digest }) => digest);

type Doing =
  | "agree"
  | "aloud-agree"
  | "aloud-back"
  | "aloud-withdraw"
  | "arrive"
  | "back"
  | "bend"
  | "bring-together"
  | "leave"
  | "not-yet"
  | "part"
  | "propose"
  | "remove"
  | "rename"
  | "second"
  | "withdraw"
  | "witness";

/** What somebody does: at their laptop, about one of the texts. */
export interface Doings {
  readonly who: CastVoice;
  readonly does: Doing;
  readonly which: number;
  readonly pick: number;
  readonly later: number;
}

/** Statements that are signed and count for nothing, or for less than they say: of everyone, about every text. */
const bent = new Map<VoiceId, readonly Statement[]>();
const agreeing = new Map<string, Statement>();
for (const one of doers) {
  const others: Statement[] = [];
  for (const [index, digest] of digests.entries()) {
    const next = doers[(doers.indexOf(one) + 1) % doers.length] ?? ellen;
    const another = digests[(index + 1) % digests.length] ?? digest;
    const aloud = await aloudYesOf(one, digest);
    agreeing.set(`agree ${one.id} ${digest}`, await yesOf(one, digest));
    agreeing.set(`aloud-agree ${one.id} ${digest}`, aloud);
    agreeing.set(`withdraw ${one.id} ${digest}`, await withdrawalOf(one, digest));
    agreeing.set(`aloud-withdraw ${one.id} ${digest}`, await aloudWithdrawalOf(one, digest));
    const { id: scribe, privateKey } = one;
    const forKarim = { meeting, voice: karim.id, scribe, digest, privateKey, givenAtMs: thursday };
    const document = await signConsent(forKarim);
    others.push(
      // Another's real yes, as one's own; Jo's yes without her having said it aloud; a yes for one who has a device.
      await yesOf(next, digest),
      aloud.says,
      { kind: "spoken", voice: karim.id, says: { kind: "consent-given", digest, document } },
      { kind: "consent-given", digest, document },
      await withdrawalOf(next, another),
      { kind: "spoken", voice: karim.id, says: { kind: "consent-taken-back", digest } },
    );
  }
  bent.set(one.id, others);
}

/** What a witness states who has heard somebody's yes, by the witness and the proof of the yes: the place is put in later. */
const witnessing = new Map<string, Statement>();
for (const scribe of doers) {
  for (const digest of digests) {
    const said = agreeing.get(`aloud-agree ${scribe.id} ${digest}`);
    if (said?.kind !== "spoken" || said.says.kind !== "consent-given") continue;
    for (const witness of doers) {
      const body = await witnessOf(witness, new Table().tell(scribe, 1, said));
      witnessing.set(`${witness.id} ${said.says.document.proof.proofValue}`, body);
    }
  }
}
for (const who of doers) {
  const theirs = [...agreeing, ...witnessing].filter(([name]) => name.split(" ").slice(0, 2).includes(who.id));
  const table = new Table();
  if (!(await areAllSigned(theirs.map(([, body]) => table.tell(who, 1, body)))))
    throw new Error("somebody has not signed");
}

/** Whatever somebody may do, most of it so that texts come to be agreed. */
export const doings: fc.Arbitrary<Doings> = fc.record({
  who: fc.constantFrom(...doers),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Doing>("agree", "agree", "agree", "aloud-agree", "witness", "witness") },
    { weight: 2, arbitrary: fc.constantFrom<Doing>("propose", "propose", "part", "bring-together", "bend") },
    { weight: 2, arbitrary: fc.constantFrom<Doing>("not-yet", "back", "withdraw", "aloud-back", "aloud-withdraw") },
    { weight: 1, arbitrary: fc.constantFrom<Doing>("leave", "rename", "remove", "second", "bend", "arrive") },
  ),
  which: fc.constantFrom(0, 0, 0, 1, 2, 3),
  pick: fc.nat(30),
  later: fc.nat(9),
});

/** All that makes a text final, done once by everyone whom it asks; whoever comes later arrives for it. */
export function agreeingTo(which: number): readonly Doings[] {
  const asked = new Set(texts[which]?.revision.voices.map(({ id }) => id));
  const arriving = asked.has(stranger.id) ? [stranger, ellen] : [];
  const doing = (does: Doing) => (who: CastVoice) => ({ who, does, which, pick: 0, later: 0 });
  return [
    ...arriving.map(doing("arrive")),
    doing("propose")(ellen),
    ...doers.filter(({ id }) => asked.has(id)).map(doing("agree")),
    doing("aloud-agree")(ellen),
    doing("witness")(samira),
  ];
}

/** What each laptop holds in the end, and what was stated at all. */
interface Played {
  readonly all: readonly Stated<Statement>[];
  readonly held: ReadonlyMap<VoiceId, readonly Stated<Statement>[]>;
  /** Withdrawals, with whether the text was final on the laptop that stated them. */
  readonly withdrawn: readonly { readonly voice: VoiceId; readonly digest: Digest; readonly whenFinal: boolean }[];
}

/**
 * Plays what people do at their laptops, on two sides while they are parted. Each laptop claims a time later than all it holds,
 * as an honest one does; where `clocks` are given, those instead, which lie as they please.
 */
export function play(
  what: readonly Doings[],
  isFinalAt: (held: readonly Stated<Statement>[], digest: Digest) => boolean,
  clocks: readonly ClaimedAt[] = [],
): Played {
  const table = new Table(sat);
  const held = new Map(doers.map(({ id }): [VoiceId, Stated<Statement>[]] => [id, [...sat]]));
  const all = [...sat];
  const withdrawn: { voice: VoiceId; digest: Digest; whenFinal: boolean }[] = [];
  let parted: ReadonlySet<VoiceId> = new Set();
  for (const [index, { who, does, which, pick, later }] of what.entries()) {
    const mine = held.get(who.id) ?? [];
    if (does === "part") parted = new Set(doers.filter((_, place) => (pick >> place) % 2 === 1).map(({ id }) => id));
    if (does === "bring-together") {
      parted = new Set();
      for (const { id } of doers) held.set(id, [...all]);
    }
    const body = bodyOf({ who, does, which, pick, later }, mine);
    if (body === null) continue;
    const claimed = clocks[index] ?? Math.max(...mine.map(({ at }) => at)) + 1 + later;
    const stated = table.tell(who, claimed, body);
    if (body.kind === "consent-withdrawn") {
      withdrawn.push({ voice: who.id, digest: body.digest, whenFinal: isFinalAt(mine, body.digest) });
    }
    all.push(stated);
    for (const { id } of doers) if (parted.has(id) === parted.has(who.id)) held.get(id)?.push(stated);
  }
  return { all, held, withdrawn };
}

function bodyOf({ who, does, which, pick }: Doings, held: readonly Stated<Statement>[]): Statement | null {
  const [digest, text] = [digests[which] ?? first.digest, texts[which] ?? first];
  const last = (kind: Statement["kind"]) =>
    held.filter((one) => one.body.kind === kind && one.voice !== who.id).at(-1 - (pick % 2));
  switch (does) {
    case "propose":
      return text.body;
    case "agree":
    case "aloud-agree":
    case "withdraw":
    case "aloud-withdraw":
      return agreeing.get(`${does} ${who.id} ${digest}`) ?? null;
    case "not-yet":
      return { kind: "consent-withheld", digest, words: "" };
    case "arrive":
      return who === stranger ? introduced : admitted;
    case "back":
      return { kind: "consent-taken-back", digest };
    case "aloud-back":
      return { kind: "spoken", voice: jo.id, says: { kind: "consent-taken-back", digest } };
    case "witness": {
      const said = last("spoken") ?? held.find(({ body, voice }) => body.kind === "spoken" && voice !== who.id);
      return said === undefined ? null : witnessOfAny(who, said, pick % 7 === 6);
    }
    case "bend":
      return bent.get(who.id)?.[pick % 24] ?? null;
    case "leave":
      return { kind: "voice-left" };
    case "rename":
      return { kind: "voice-introduced", profile: { ...who.profile, name: `${who.profile.name} H.` } };
    case "remove": {
      const gone = doers[pick % doers.length];
      if (gone === undefined || gone === who) return null;
      const count = held.filter(({ voice }) => voice === gone.id).length;
      return {
        kind: "removal-proposed",
        voice: gone.id,
        heads: heads(Math.max(0, count - (Math.floor(pick / doers.length) % 3))),
      };
    }
    case "second": {
      const proposed = last("removal-proposed");
      return proposed === undefined ? null : { kind: "removal-seconded", feed: proposed.feed, seq: proposed.seq };
    }
    case "part":
    case "bring-together":
      return null;
  }
}

function witnessOfAny(witness: CastVoice, { feed, seq, body }: Stated<Statement>, bare: boolean): Statement {
  const yes = body.kind === "spoken" && body.says.kind === "consent-given" ? body.says.document : null;
  const signed = yes === null ? undefined : witnessing.get(`${witness.id} ${yes.proof.proofValue}`);
  if (bare || signed?.kind !== "witnessed") return { kind: "witnessed", feed, seq };
  return { ...signed, feed, seq };
}
