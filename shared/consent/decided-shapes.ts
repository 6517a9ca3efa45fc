import * as v from "valibot";
import { WEIGHINGS } from "../meeting/deciding-statements.ts";
import {
  DecisionIdSchema,
  POSITIONS,
  TaskIdSchema,
  VoiceIdSchema,
  WayIdSchema,
  WishIdSchema,
} from "../meeting/shapes.ts";
import { text } from "./texts.ts";

/**
 * What was decided, as it is put before everyone. What nobody has said is left out, so that a meeting without it freezes to the
 * text that it always had.
 */

const SaidSchema = v.object({ voice: VoiceIdSchema, words: text(2000) });

const TaskSchema = v.object({
  id: TaskIdSchema,
  /** Who has taken it on. */
  voice: VoiceIdSchema,
  /** Whose reservation or wish it answers: one of the voices of the revision. */
  because: v.optional(VoiceIdSchema),
  what: text(1000),
  until: text(120),
});
export const TasksSchema = v.array(TaskSchema);

export const DecisionsSchema = v.array(
  v.object({
    id: DecisionIdSchema,
    text: text(4000),
    wordedBy: VoiceIdSchema,
    leftOpen: v.boolean(),
    positions: v.array(
      v.object({
        voice: VoiceIdSchema,
        position: v.picklist(POSITIONS),
        words: text(2000),
        /** Of one who does not agree: it may stand, with this written in it. */
        mayStand: v.optional(v.literal(true)),
      }),
    ),
    /** The ways that were considered. */
    ways: v.optional(
      v.array(
        v.object({
          id: WayIdSchema,
          voice: VoiceIdSchema,
          text: text(2000),
          matters: v.optional(v.array(SaidSchema)),
        }),
      ),
    ),
    /** What matters to whom about it. */
    matters: v.optional(v.array(SaidSchema)),
    tasks: v.optional(TasksSchema),
    review: v.optional(text(120)),
  }),
);

/** Wishes of single voices, with what each voice has said of them. */
export const WishesSchema = v.array(
  v.object({
    id: WishIdSchema,
    voice: VoiceIdSchema,
    text: text(2000),
    weighed: v.optional(v.array(v.object({ as: v.picklist(WEIGHINGS), ...SaidSchema.entries }))),
  }),
);
