import type { Timed } from "./acts.ts";
import { faultOf, type Failure } from "./meeting.ts";

/** The same failure by fewer acts: those are left out, and texts made shorter, without which something still goes wrong. */
export function shrunk({ seed, what, script }: Failure): Failure {
  let smallest: Failure = { seed, what, script };
  const takes = (acts: readonly Timed[]): boolean => {
    const smaller = { ...script, acts };
    const fault = faultOf(smaller);
    if (fault === null) return false;
    smallest = { seed, what: fault, script: smaller };
    return true;
  };
  for (let size = Math.ceil(script.acts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < smallest.script.acts.length;) {
      const { acts } = smallest.script;
      if (!takes([...acts.slice(0, at), ...acts.slice(at + size)])) at += size;
    }
  }
  for (let at = 0; at < smallest.script.acts.length; at += 1) {
    for (let tried = 0; tried < 40; tried += 1) {
      const { acts } = smallest.script;
      const act = acts[at];
      if (act === undefined || !simpler(act).some((one) => takes(acts.with(at, one)))) break;
    }
  }
  return smallest;
}

function simpler(act: Timed): readonly Timed[] {
  if (act.kind !== "write") return [];
  const letters = Array.from(act.text);
  return [
    ...(letters.length > 0
      ? [
          { ...act, text: letters.slice(1).join("") },
          { ...act, text: letters.slice(0, -1).join("") },
        ]
      : []),
    ...(act.length > 0 ? [{ ...act, length: act.length - 1 }] : []),
    ...(act.look.bold || act.look.italic ? [{ ...act, look: { bold: false, italic: false } }] : []),
    ...(act.headings.some((heading) => heading !== null) ? [{ ...act, headings: [null, null] as const }] : []),
    ...(act.heardMeanwhile > 0 ? [{ ...act, heardMeanwhile: 0 }] : []),
  ];
}

/** A failure as it is told: how to have it again, and by which acts. */
export function told({ seed, what, script }: Failure): string {
  const acts = script.acts.map((act) => `  ${JSON.stringify(act)}`);
  return [
    `${what} (seed ${seed}: npm run letters -- --meetings 1 --seed ${seed})`,
    `${script.people} people`,
    ...acts,
  ].join("\n");
}
