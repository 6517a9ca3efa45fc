import type { VoiceId } from "../feed/ids.ts";
import { isProven, type Successor, type TakenBack, type Verification } from "./verify-outcome.ts";

/** What is proven of a record by one source: a file, or a meeting that is open on this laptop. */
export interface Told extends Pick<Verification, "digest" | "supersededBy" | "supersedes" | "withdrawn"> {
  readonly meeting: { readonly id: string } | null;
  readonly voices: readonly Yes[];
}

/** A yes, told from another of the same voice by its moment. */
type Yes = Pick<TakenBack, "id" | "saidYesAt">;

/**
 * What several files that were checked together say of each other, in the same order, with what else is told: one that is
 * proven may tell that a yes to another was taken back and not given again, or that a later text took its place. Of a page
 * that was changed around its proof, this is told too. None makes another hold that does not.
 */
export function verifyTogether(
  verifications: readonly Verification[],
  told: readonly Told[] = [],
): readonly Verification[] {
  const sources = [...verifications.filter(isProven), ...told];
  return verifications.map((one) => {
    if (!isProven(one)) return one;
    const names = new Map(one.voices.map(({ id, name }) => [id, name]));
    const named = <Taken extends TakenBack>(taken: Taken): Taken => ({
      ...taken,
      name: names.get(taken.id) ?? taken.name,
    });
    const { withdrawn, givenAgain } = takenBackIn(sources.filter(({ digest }) => digest === one.digest));
    return {
      ...one,
      withdrawn: withdrawn.map(named),
      givenAgain: givenAgain.map(named),
      supersededBy: one.supersededBy ?? successorOf(one, sources),
    };
  });
}

/**
 * What was taken back of one record. A withdrawal is overcome by a later yes of that voice which is another than those
 * that are known to be taken back, and by nothing else: a clock that was set back does not make a yes a later one.
 */
function takenBackIn(ofTheSame: readonly Told[]): Pick<Verification, "givenAgain" | "withdrawn"> {
  const all = ofTheSame.flatMap(({ withdrawn }) => withdrawn);
  const taken = new Set(all.map(nameOfYes));
  const standing = ofTheSame.flatMap(({ voices }) => voices).filter((yes) => !taken.has(nameOfYes(yes)));
  const ends = lastOfEach(all).map((one) => ({
    ...one,
    givenAgainAt: standing.find(({ id, saidYesAt }) => id === one.id && saidYesAt > one.withdrawnAt)?.saidYesAt,
  }));
  return {
    withdrawn: ends.flatMap(({ givenAgainAt, ...one }) => (givenAgainAt === undefined ? [one] : [])),
    givenAgain: ends.flatMap(({ givenAgainAt, ...one }) =>
      givenAgainAt === undefined ? [] : [{ ...one, givenAgainAt }],
    ),
  };
}

function nameOfYes({ id, saidYesAt }: Yes): string {
  return `${id} ${saidYesAt}`;
}

/** The last time that each voice took a yes back. */
function lastOfEach(taken: readonly TakenBack[]): readonly TakenBack[] {
  const last = new Map<VoiceId, TakenBack>();
  for (const one of taken) {
    const known = last.get(one.id);
    if (known === undefined || one.withdrawnAt > known.withdrawnAt) last.set(one.id, one);
  }
  return [...last.values()];
}

/** The later text that another source proves to be agreed, or knows of. */
function successorOf(one: Verification, sources: readonly Told[]): Successor | null {
  const known = sources.find(({ digest, supersededBy }) => digest === one.digest && supersededBy !== null);
  if (known !== undefined) return known.supersededBy;
  const before = new Set(one.voices.map(({ id }) => id));
  // As in a bundle: nobody who was not there puts another text in the place of this one.
  const later = sources.find(
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
