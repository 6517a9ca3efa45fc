import { commitmentTo, manifestOf, type Manifest, type Root } from "../consent/root.ts";
import { voicesIn } from "../consent/revision.ts";
import type { Copy } from "../consent/statements.ts";
import type { Bundle } from "./bundle-shape.ts";
import type { Fault } from "./verify-outcome.ts";

/** Why a copy is not one of those that were consented to, part by part; nothing where it is. */
export async function faultsOfCopy(
  { copy, manifest, salt }: Extract<Bundle, { readonly type: "PolyphonyCopy" }>,
  root: Root,
): Promise<readonly Fault[]> {
  const changed = differences(manifest, await manifestOf(copy));
  // Of what was changed it is enough to say that it was.
  const faults = [...changed, ...faultsOfNames(copy, root), ...(changed.length > 0 ? [] : faultsOfWords(copy, root))];
  const commitment = await commitmentTo(manifest, salt);
  return root.copies.includes(commitment) ? faults : [...faults, { part: "copy", why: "of-another-text" }];
}

/** The parts of which the hash is not the one that everyone consented to. */
function differences(expected: Manifest, found: Manifest): readonly Fault[] {
  const had = new Map(expected.map(({ part, sha256 }) => [part, sha256]));
  const has = new Map(found.map(({ part, sha256 }) => [part, sha256]));
  const here = found.flatMap(({ part, sha256 }): readonly Fault[] => {
    const before = had.get(part);
    if (before === undefined) return [{ part, why: "added" }];
    return before === sha256 ? [] : [{ part, why: "changed" }];
  });
  const gone = expected.filter(({ part }) => !has.has(part));
  return [...here, ...gone.map(({ part }): Fault => ({ part, why: "missing" }))];
}

/** Nobody has words in a copy who was not asked: everyone who consented could have made up what somebody else said. */
function faultsOfWords(
  { summary = [], utterances = [], decisions = [], tasks = [], wishes = [] }: Copy,
  root: Root,
): readonly Fault[] {
  const asked = new Set(root.voices.map(({ id }) => id));
  const faults = [...voicesIn({ summary, utterances, decisions, tasks, wishes })].some((voice) => !asked.has(voice))
    ? [{ part: "copy", why: "not-theirs" } as const]
    : [];
  const ofNobody = summary.some(({ runs }) => runs.some(({ voice, text }) => voice === null && text.trim() !== ""));
  const ofAnother = utterances.flatMap(({ voice, paragraphs }, index): readonly Fault[] =>
    paragraphs.some(({ runs }) => runs.some((run) => run.voice !== voice))
      ? [{ part: `words/${String(index + 1)}`, why: "not-theirs" }]
      : [],
  );
  return [...faults, ...(ofNobody ? [{ part: "summary", why: "not-theirs" } as const] : []), ...ofAnother];
}

/** A copy speaks of the same meeting, moment and voices as what was consented to. */
function faultsOfNames(copy: Copy, root: Root): readonly Fault[] {
  const sameHead = copy.meeting === root.meeting && copy.frozenAt === root.frozenAt;
  const sameVoices =
    copy.voices.length === root.voices.length &&
    copy.voices.every(({ id, aloud }, index) => {
      const voice = root.voices[index];
      return voice?.id === id && voice.aloud === aloud;
    });
  return [
    ...(sameHead ? [] : [{ part: "head", why: "of-another-text" } as const]),
    ...(sameVoices ? [] : [{ part: "voices", why: "of-another-text" } as const]),
  ];
}
