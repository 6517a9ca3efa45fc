import type { ClaimedAt } from "../feed/clock.ts";
import type { VoiceId } from "../feed/ids.ts";
import { isOnly, type Kinds } from "./kinds.ts";
import { cutBy, isAboutRemoval, isBeyond, removalsAmong, type Cuts, type Removal } from "./removal.ts";
import type { Part, Profile } from "./shapes.ts";
import type { MeetingStatement } from "./statements.ts";
import type { Stated } from "./stated.ts";

/** Who takes part, and by whose word. */
export interface Authority {
  readonly founder: VoiceId | null;
  readonly profiles: ReadonlyMap<VoiceId, { readonly profile: Profile; readonly at: number }>;
  /** Every kind that a voice has introduced itself as. */
  readonly kinds: Kinds;
  /** Every name that a voice has introduced itself by. */
  readonly names: ReadonlyMap<VoiceId, ReadonlySet<string>>;
  /** Every voice that was let in, with how many others stand between it and the founder. */
  readonly admitted: ReadonlyMap<VoiceId, number>;
  /** When each of them was first let in by somebody who had been let in nearer to the founder. */
  readonly admittedAt: ReadonlyMap<VoiceId, ClaimedAt>;
  readonly hosting: ReadonlySet<VoiceId>;
  readonly left: ReadonlySet<VoiceId>;
  /** Voices without a device, which say what they say aloud. */
  readonly seated: ReadonlySet<VoiceId>;
  /** The X25519 key of each voice that has one, as it wrote it. */
  readonly sealTo: ReadonlyMap<VoiceId, string>;
  /** Voices that were removed, and what of them still counts. */
  readonly removed: Cuts;
}

type Said = readonly Stated<MeetingStatement>[];

/**
 * So many others stand at most between a voice and the founder in the chain of who let in whom. No meeting comes near it; a
 * chain without an end would keep every laptop busy at every statement.
 */
const LONGEST_CHAIN = 64;

/**
 * Who is admitted and who hosts, as the smallest set closed under the rules: the founder is both; whoever hosts, and an
 * admitted person at the centre, may admit; whoever hosts may give hosting on. Clocks play no part in it, so a
 * laptop with a wrong one neither loses its voice nor gains one.
 *
 * Removals are weighed by how near to the founder those who make them were let in: the nearest first, equally near ones
 * together, and those further away only by what then still counts. So nobody who is removed can undo that through voices
 * they let in afterwards; and where two equally near remove each other, both are removed.
 */
export function authorityOf(statements: Said): Authority {
  let removed: Cuts = new Map();
  const weighed = new Set<string>();
  for (;;) {
    const counting = statements.filter((stated) => !isBeyond(removed, stated));
    const authority = grow(counting);
    // Those equally near are taken together, so what one of them made beyond the other's cut still counts in this round.
    const fresh = removalsAmong(counting, seenByAll(authority), authority.kinds).filter(
      (removal) => !weighed.has(nameOf(removal)),
    );
    if (fresh.length === 0) return { ...authority, removed };
    const nearest = Math.min(...fresh.map((removal) => distanceOf(removal, authority)));
    for (const removal of fresh) {
      if (distanceOf(removal, authority) > nearest) continue;
      weighed.add(nameOf(removal));
      removed = cutBy(removed, removal);
    }
  }
}

/**
 * Whether a statement says who takes part. What was let in and removed in which order is weighed anew whenever something is
 * stated, so these are kept also where they count for nothing.
 */
export function isAboutAuthority(body: { readonly kind: string }): boolean {
  return isAboutRemoval(body) || AUTHORITY_KINDS.has(body.kind);
}

const AUTHORITY_KINDS: ReadonlySet<string> = new Set<MeetingStatement["kind"]>([
  "meeting-begun",
  "voice-introduced",
  "voice-admitted",
  "voice-seated",
  "hosting-given",
]);

/**
 * Whether a statement counts wherever it stands, also beyond the heads of a removed voice: removals, and a voice's taking back its
 * own words or pages, asking that a text be forgotten, or letting go of whom it had noted. What was withdrawn is gone from disks
 * already, and must not come back because whoever proposed the removal had not heard of it.
 */
export function countsAnywhere(body: { readonly kind: string }): boolean {
  return isAboutRemoval(body) || TAKEN_BACK.has(body.kind);
}

const TAKEN_BACK: ReadonlySet<string> = new Set<MeetingStatement["kind"]>([
  "utterance-withdrawn",
  "words-refused",
  "absent-let-go",
  "absent-not-wished",
  "page-taken-back",
  "forgetting-asked",
]);

/** Whether a statement counts: it is not one that a removed voice made beyond what was known of it. */
export function stands(removed: Cuts, stated: Stated<{ readonly kind: string }>): boolean {
  return countsAnywhere(stated.body) || !isBeyond(removed, stated);
}

/** The smallest set closed under the rules. */
function grow(statements: Said): Omit<Authority, "removed"> {
  const founder = statements.find(({ body }) => body.kind === "meeting-begun")?.voice ?? null;
  const profiles = new Map<VoiceId, { profile: Profile; at: number }>();
  const kinds = new Map<VoiceId, Set<Part>>();
  const names = new Map<VoiceId, Set<string>>();
  const sealTo = new Map<VoiceId, string>();
  const left = new Set<VoiceId>();
  for (const { voice, at, body } of statements) {
    if (body.kind === "voice-introduced") {
      // Whoever is called anew keeps their place among the others.
      profiles.set(voice, { profile: body.profile, at: profiles.get(voice)?.at ?? at });
      kinds.set(voice, (kinds.get(voice) ?? new Set()).add(body.profile.kind));
      names.set(voice, (names.get(voice) ?? new Set()).add(body.profile.name));
      if (body.sealTo !== undefined) sealTo.set(voice, body.sealTo);
    }
    if (body.kind === "voice-left") left.add(voice);
  }
  const admitted = new Map<VoiceId, number>(founder === null ? [] : [[founder, 0]]);
  const hosting = new Set<VoiceId>(founder === null ? [] : [founder]);
  const seated = new Set<VoiceId>();
  const wishes = statements.filter(
    ({ body: { kind } }) => kind === "voice-admitted" || kind === "voice-seated" || kind === "hosting-given",
  );
  for (let grew = true, distance = 1; grew && distance <= LONGEST_CHAIN; distance += 1) {
    const before = { admitted: new Map(admitted), hosting: new Set(hosting) };
    const mayAdmit = (voice: VoiceId): boolean =>
      before.hosting.has(voice) || (before.admitted.has(voice) && isOnly(kinds, voice, ["person"]));
    for (const { voice, at, body } of wishes) {
      // A seat has no key: whoever signs as it is somebody else.
      if (seated.has(voice)) continue;
      if (body.kind === "voice-admitted" && mayAdmit(voice) && !admitted.has(body.voice)) {
        admitted.set(body.voice, distance);
      }
      // A voice that has introduced itself has a device, and is nobody else's to speak for.
      // A seat stays one though somebody lets its voice in as well.
      if (body.kind === "voice-seated" && mayAdmit(voice) && !kinds.has(body.voice) && !seated.has(body.voice)) {
        if (!admitted.has(body.voice)) admitted.set(body.voice, distance);
        seated.add(body.voice);
        profiles.set(body.voice, { profile: body.profile, at });
      }
      if (body.kind === "hosting-given" && before.hosting.has(voice) && before.admitted.has(body.voice)) {
        hosting.add(body.voice);
      }
    }
    grew = admitted.size > before.admitted.size || hosting.size > before.hosting.size;
  }
  const admittedAt = new Map<VoiceId, ClaimedAt>(founder === null ? [] : [[founder, 0]]);
  for (const { voice, at, body } of wishes) {
    if ((body.kind !== "voice-admitted" && body.kind !== "voice-seated") || admittedAt.has(body.voice)) continue;
    if (seated.has(voice)) continue;
    const isNearer = (admitted.get(voice) ?? Infinity) < (admitted.get(body.voice) ?? -1);
    if (isNearer && (hosting.has(voice) || isOnly(kinds, voice, ["person"]))) admittedAt.set(body.voice, at);
  }
  return { founder, profiles, kinds, names, admitted, admittedAt, hosting, left, seated, sealTo };
}

/** Those who are let in and have said who they are: a seat signs nothing, and nobody is removed by one whom nobody sees. */
function seenByAll({ admitted, kinds }: Pick<Authority, "admitted" | "kinds">): Authority["admitted"] {
  return new Map([...admitted].filter(([voice]) => kinds.has(voice)));
}

function distanceOf({ by }: Removal, { admitted }: Pick<Authority, "admitted">): number {
  return Math.max(...by.map((voice) => admitted.get(voice) ?? Infinity));
}

function nameOf({ voice, heads, by }: Removal): string {
  return JSON.stringify([voice, [...heads], by]);
}
