import type { VoiceId } from "../feed/ids.ts";
import type { MeetingStatement, Profile, VoiceKind } from "./statements.ts";
import type { Stated } from "./stated.ts";

/** Who takes part, and by whose word. */
export interface Authority {
  readonly founder: VoiceId | null;
  readonly profiles: ReadonlyMap<VoiceId, { readonly profile: Profile; readonly at: number }>;
  /** Every kind that a voice has introduced itself as. */
  readonly kinds: ReadonlyMap<VoiceId, ReadonlySet<VoiceKind>>;
  readonly admitted: ReadonlySet<VoiceId>;
  readonly hosting: ReadonlySet<VoiceId>;
  readonly left: ReadonlySet<VoiceId>;
}

/**
 * Who is admitted and who hosts, as the smallest set closed under the rules: the founder is both; whoever hosts, and an
 * admitted person at the centre, may admit; whoever hosts may give hosting on. Clocks play no part in it, so a
 * laptop with a wrong one neither loses its voice nor gains one.
 */
export function authorityOf(statements: readonly Stated<MeetingStatement>[]): Authority {
  const founder = statements.find(({ body }) => body.kind === "meeting-begun")?.voice ?? null;
  const profiles = new Map<VoiceId, { profile: Profile; at: number }>();
  const kinds = new Map<VoiceId, Set<VoiceKind>>();
  const left = new Set<VoiceId>();
  for (const { voice, at, body } of statements) {
    if (body.kind === "voice-introduced") {
      profiles.set(voice, { profile: body.profile, at });
      kinds.set(voice, (kinds.get(voice) ?? new Set()).add(body.profile.kind));
    }
    if (body.kind === "voice-left") left.add(voice);
  }
  const admitted = new Set<VoiceId>(founder === null ? [] : [founder]);
  const hosting = new Set<VoiceId>(admitted);
  const wishes = statements.filter(({ body }) => body.kind === "voice-admitted" || body.kind === "hosting-given");
  for (let grew = true; grew;) {
    grew = false;
    for (const { voice, body } of wishes) {
      if (body.kind === "voice-admitted" && !admitted.has(body.voice) && mayAdmit(voice)) {
        admitted.add(body.voice);
        grew = true;
      }
      if (body.kind === "hosting-given" && !hosting.has(body.voice) && hosting.has(voice) && admitted.has(body.voice)) {
        hosting.add(body.voice);
        grew = true;
      }
    }
  }
  return { founder, profiles, kinds, admitted, hosting, left };

  function mayAdmit(voice: VoiceId): boolean {
    return hosting.has(voice) || (admitted.has(voice) && isOnly(kinds, voice, ["person"]));
  }
}

/**
 * Whether a voice is of one of these kinds and has never called itself anything else. Nobody gains by introducing
 * themselves anew once they were let in; earlier and later play no part, since a voice can claim any time for either.
 */
export function isOnly(kinds: Authority["kinds"], voice: VoiceId, allowed: readonly VoiceKind[]): boolean {
  const claimed = [...(kinds.get(voice) ?? [])];
  return claimed.length > 0 && claimed.every((kind) => allowed.includes(kind));
}
