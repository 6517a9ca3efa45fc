import type { Successor, Verification } from "./verify-outcome.ts";

/**
 * What several files that were checked together say of each other, in the same order: one that holds may tell that a yes
 * to another was withdrawn and not given again, or that a later text took its place. None makes another hold that does not.
 */
export function verifyTogether(verifications: readonly Verification[]): readonly Verification[] {
  const holding = verifications.filter(({ ok }) => ok);
  return verifications.map((one) => {
    if (!one.ok) return one;
    const ofTheSame = holding.filter(({ digest }) => digest === one.digest);
    const names = new Map(one.voices.map(({ id, name }) => [id, name]));
    const withdrawn = new Map(
      ofTheSame
        .flatMap((other) => other.withdrawn)
        .filter(({ id, withdrawnAt }) => !one.voices.some((voice) => voice.id === id && voice.saidYesAt > withdrawnAt))
        .map((withdrawal) => [withdrawal.id, withdrawal]),
    );
    return {
      ...one,
      withdrawn: [...withdrawn.values()].map((withdrawal) => ({
        ...withdrawal,
        name: names.get(withdrawal.id) ?? withdrawal.name,
      })),
      supersededBy: one.supersededBy ?? successorOf(one, holding),
    };
  });
}

/** The later text that another file proves to be agreed, or knows of. */
function successorOf(one: Verification, holding: readonly Verification[]): Successor | null {
  const known = holding.find(({ digest, supersededBy }) => digest === one.digest && supersededBy !== null);
  if (known !== undefined) return known.supersededBy;
  const before = new Set(one.voices.map(({ id }) => id));
  // As in a bundle: nobody who was not there puts another text in the place of this one.
  const later = holding.find(
    ({ supersedes, meeting, voices }) =>
      supersedes !== null &&
      supersedes === one.digest &&
      meeting?.id === one.meeting?.id &&
      voices.some(({ id }) => before.has(id)),
  );
  const digest = later?.digest ?? null;
  if (later === undefined || digest === null) return null;
  return {
    digest,
    agreedAt: later.voices.map(({ saidYesAt }) => saidYesAt).reduce((last, next) => (next > last ? next : last), ""),
    voices: later.voices.map(({ id }) => id),
  };
}
