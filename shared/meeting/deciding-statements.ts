import * as v from "valibot";
import {
  DecisionIdSchema,
  POSITIONS,
  TaskIdSchema,
  VoiceIdSchema,
  WayIdSchema,
  WishIdSchema,
  words,
} from "./shapes.ts";

/** What is decided and how it came about; who takes what on; wishes and what makes them safer; when to meet again. */

const PositionTakenSchema = v.object({
  kind: v.literal("position-taken"),
  decision: DecisionIdSchema,
  /** The wording it is about. A position on other words than those that stand counts for nothing: one on none takes it back. */
  wording: words(4000),
  position: v.picklist(POSITIONS),
  words: words(2000),
  /** Of one who does not agree: the decision may stand, with this disagreement written in it. */
  mayStand: v.optional(v.boolean()),
});

/** What is weighed of a wish, by each voice in its own words: no score, and nothing to add up. */
export const WEIGHINGS = ["could-go-wrong", "makes-safer", "lost-by-no"] as const;
export type Weighing = (typeof WEIGHINGS)[number];

/** What can also be said aloud, by a voice that has no device. Each is about what is that voice's own. */
export const SAYABLE_DECIDING_SCHEMAS = [
  PositionTakenSchema,
  /** What matters to this voice about a decision, or about one of its ways. No words take it back. */
  v.object({
    kind: v.literal("matter-told"),
    decision: DecisionIdSchema,
    way: v.nullable(WayIdSchema),
    words: words(2000),
  }),
  /** What this voice takes on, in its own name. */
  v.object({
    kind: v.literal("task-taken-on"),
    task: TaskIdSchema,
    decision: v.nullable(DecisionIdSchema),
    /** Whose reservation or wish it answers, if it answers one. */
    because: v.nullable(VoiceIdSchema),
    /** May be empty, where what it answers says it. */
    what: words(1000),
    /** By when, in the voice's own words. */
    until: words(120),
  }),
  v.object({ kind: v.literal("task-let-go"), task: TaskIdSchema }),
  /** A wish of this voice's own. No words take it back. */
  v.object({ kind: v.literal("wish-worded"), wish: WishIdSchema, text: words(2000) }),
  /** What could go wrong as this voice feels it, what makes it safer, or what is lost by saying no. No words take it back. */
  v.object({ kind: v.literal("wish-weighed"), wish: WishIdSchema, as: v.picklist(WEIGHINGS), words: words(2000) }),
] as const;

export const DECIDING_SCHEMAS = [
  /** No words take a decision back. */
  v.object({ kind: v.literal("decision-worded"), decision: DecisionIdSchema, text: words(4000) }),
  v.object({ kind: v.literal("left-open"), decision: DecisionIdSchema, text: words(4000) }),
  /** A way that was considered. No words take it back. */
  v.object({ kind: v.literal("way-considered"), decision: DecisionIdSchema, way: WayIdSchema, text: words(2000) }),
  /** When a decision is to be looked at again. */
  v.object({ kind: v.literal("review-set"), decision: DecisionIdSchema, on: words(120) }),
  v.object({
    kind: v.literal("next-meeting-set"),
    /** Whatever else is to be said about it. */
    text: words(1000),
    when: v.optional(words(200)),
    where: v.optional(words(200)),
    who: v.optional(words(400)),
  }),
  ...SAYABLE_DECIDING_SCHEMAS,
] as const;
