import type { UtteranceId } from "../feed/ids.ts";
import type { MeetingState } from "../meeting/state.ts";
import type { PositionKind } from "../meeting/shapes.ts";
import type { Sayable } from "./spoken.ts";

/** What a voice does by saying something aloud; the catalogue has a few words for each. */
export type SaidAs =
  | Exclude<Sayable["kind"], "position-taken">
  | PositionKind
  | "lets-it-stand"
  | "kept-out-of-the-record"
  | "matter-taken-back"
  | "position-taken-back"
  | "takes-this-on"
  | "weighing-taken-back"
  | "wish-taken-back";

/** What was said aloud, to be told in one sentence: what its voice does, about which words, by which words of its own. */
export interface Quoted {
  readonly as: SaidAs;
  /** The words it is about, where they are not its own; else empty. */
  readonly about: string;
  /** Its own words, else empty. */
  readonly words: string;
  /** By when, where something is taken on; else empty. */
  readonly until: string;
}

/** What quotes are looked up in. */
export interface QuotedFrom {
  readonly state: Pick<MeetingState, "decisions" | "tasks" | "wishes">;
  readonly wordsOf: (utterance: UtteranceId) => string;
}

/** Longer than this, words are known again by how they begin. */
const LONG_ENOUGH = 160;

/** What exactly was said, so that whoever heard it too can tell whether it was that. */
export function quoted(says: Sayable, { state, wordsOf }: QuotedFrom): Quoted {
  switch (says.kind) {
    case "words-confirmed":
    case "words-refused":
    case "utterance-withdrawn":
      return quote(says.kind, { words: wordsOf(says.utterance) });
    case "words-for-record":
      return quote(says.may ? says.kind : "kept-out-of-the-record", { words: wordsOf(says.utterance) });
    case "position-taken": {
      const about = says.wording === "" ? (state.decisions.get(says.decision)?.text ?? "") : says.wording;
      if (says.wording === "") return quote("position-taken-back", { about });
      const aside = says.position === "do-not-agree" && says.mayStand === true;
      return quote(aside ? "lets-it-stand" : says.position, { about, words: says.words });
    }
    case "matter-told": {
      const decision = state.decisions.get(says.decision);
      const about = (says.way === null ? decision : decision?.ways.find(({ id }) => id === says.way))?.text ?? "";
      return quote(says.words === "" ? "matter-taken-back" : "matter-told", { about, words: says.words });
    }
    case "task-taken-on": {
      const { what, until, decision } = says;
      const about = decision === null || what !== "" ? "" : (state.decisions.get(decision)?.text ?? "");
      return quote(what === "" ? "takes-this-on" : "task-taken-on", { about, words: what, until });
    }
    case "task-let-go": {
      const task = state.tasks.get(says.task);
      const decision = task === undefined || task.decision === null ? undefined : state.decisions.get(task.decision);
      return quote("task-let-go", { about: task?.what === "" ? (decision?.text ?? "") : (task?.what ?? "") });
    }
    case "wish-worded":
      if (says.text !== "") return quote("wish-worded", { words: says.text });
      return quote("wish-taken-back", { about: state.wishes.get(says.wish)?.text ?? "" });
    case "wish-weighed":
      if (says.words !== "") return quote("wish-weighed", { words: says.words });
      return quote("weighing-taken-back", { about: state.wishes.get(says.wish)?.text ?? "" });
    case "naming-wished":
      return quote(says.kind, { words: [says.name, says.relation].filter((part) => part !== "").join(", ") });
    case "consent-withheld":
      return quote(says.kind, { words: says.words });
    case "consent-given":
    case "consent-taken-back":
    case "consent-withdrawn":
      return quote(says.kind, {});
  }
}

function quote(as: SaidAs, { about = "", words = "", until = "" }: Partial<Omit<Quoted, "as">>): Quoted {
  return { as, about: shortened(about), words: words.trim(), until: until.trim() };
}

/** How words begin, up to the end of a word. The voice's own words are never shortened: they are what is witnessed. */
function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  if (line.length <= LONG_ENOUGH) return line;
  return `${line.slice(0, LONG_ENOUGH).replace(/\s*\S*$/u, "")} …`;
}
