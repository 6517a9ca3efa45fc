/** Why some people would put something in another way; the catalogue has one sentence for each. */
export type Why = "everyday" | "lived" | "personFirst" | "suicide" | "usesIt";

/** One other way of saying something, offered. */
export interface Hint {
  readonly said: string;
  readonly instead: readonly string[];
  readonly why: Why;
}

/**
 * The rules of retext-equality that are looked at, by their ids: how illness, disability, addiction and suicide are
 * spoken of, as its sources for these have it (the National Center on Disability and Journalism's style guide, and the
 * American Foundation for Suicide Prevention with speakingofsuicide.com on reporting). A rule that is not here is left out:
 *
 * - All rules of type `or`, and those from the handbooks of gender-neutral language: in this room a mother is a mother,
 *   and “she” is Samira.
 * - The rules about wording in lessons and in software (`just`, `of-course`, `sane`, `hang`, `master`).
 * - Rules that offer an insult or a verdict for another (`idiot`, `retard`, `maniac`, `sociopath`, `deaf-to`), that make
 *   small what someone has (`depressed`, `panic-attack`, `insomnia`, `ocd`, `add`), or take away a word that many choose
 *   for themselves (`invalid`, for “disabled”; `special`).
 * - `asylum`, which here is what somebody may be seeking; `rehab`, which is the name of a place; `spastic`, which is said
 *   of a muscle; `gimp` and `handicapped`, whose own alternatives are no better.
 * - Origin, faith and whom someone loves, which are not what these hints are about.
 */
export const RULES: ReadonlyMap<string, Why> = new Map<string, Why>([
  ["addict", "personFirst"],
  ["addicts", "personFirst"],
  ["aids-victim", "lived"],
  ["alcoholic", "personFirst"],
  ["amputee", "personFirst"],
  ["bedlam", "everyday"],
  ["bipolar", "personFirst"],
  ["commit-suicide", "suicide"],
  ["committed-suicide", "suicide"],
  ["dyslexic", "personFirst"],
  ["epileptic", "personFirst"],
  ["failed-suicide", "suicide"],
  ["insanely", "everyday"],
  ["insomniac", "personFirst"],
  ["insomniacs", "personFirst"],
  ["intellectually-disabled", "personFirst"],
  ["intellectually-disabled-people", "personFirst"],
  ["learning-disabled", "personFirst"],
  ["manic", "personFirst"],
  ["multiple-sclerosis-victim", "lived"],
  ["nuts", "personFirst"],
  ["paraplegic", "personFirst"],
  ["psychotic", "personFirst"],
  ["quadriplegic", "personFirst"],
  ["schizo", "personFirst"],
  ["senile", "personFirst"],
  ["stroke-victim", "lived"],
  ["stutterer", "personFirst"],
  ["suffers-from-disabilities", "lived"],
  ["suffers-from-md", "lived"],
  ["victim-of-an-injury", "lived"],
  ["victim-of-injuries", "lived"],
  ["victim-of-polio", "lived"],
  ["wheelchair-bound", "usesIt"],
]);

/**
 * Phrases of these rules that are passed over: the rule puts them with others they do not belong to (`manic` is offered
 * “person with schizophrenia”), they are mostly said of something else (“mental health”, “a crazy week”, “a failed attempt
 * to ring”), or name a state that a clinician has to be able to name (`delirious`).
 */
export const PASSED_OVER: readonly string[] = [
  "batshit",
  "crazy",
  "delirious",
  "failed attempt",
  "infantile paralysis",
  "insane",
  "insanity",
  "loony",
  "loony bin",
  "lunacy",
  "manic",
  "mental",
  "moron",
  "moronic",
  "nuts",
  "psychopathology",
];

const A_PERSON = /\b(?:person|people|someone|individual)\b/i;
const AS_SUFFERING = /^(?:suffer|afflicted|victim)|victim$/i;
/** What follows a word that is said of a state or a thing, not of a person: “bipolar disorder”, “an alcoholic drink”. */
const OF_A_THING =
  /^[\s-]+(?:attack|break|disorder|depression|drink|episode|experience|feature|fit|illness|phase|seizure|state|symptom|thought)s?\b/i;
const ENOUGH = 2;

/** What a rule found, as far as it matters here. */
export interface Found {
  readonly rule: string;
  readonly said: string;
  readonly instead: readonly string[];
  /** The words that follow. */
  readonly after: string;
}

/** The hint that comes of what a rule found, or null where there is none to give. */
export function hintOf({ rule, said, instead, after }: Found): Hint | null {
  const ruled = RULES.get(rule);
  if (ruled === undefined) return null;
  const why = AS_SUFFERING.test(said) ? "lived" : ruled;
  if (why === "personFirst" && OF_A_THING.test(after)) return null;
  // Some rules offer harsh words beside kind ones, for when no person is meant.
  const fitting = ruled === "personFirst" ? instead.filter((words) => A_PERSON.test(words)) : instead;
  const plainestFirst = [...fitting].sort((a, b) => a.length - b.length);
  return fitting.length === 0 ? null : { said, instead: plainestFirst.slice(0, ENOUGH), why };
}
