import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** Thinking aloud together while the others listen, and the space for an answer that comes after it. */
export interface ReflectingWishes {
  /** Only by those who came to help. What they begin to write from now on belongs to the reflection, unless they say otherwise. */
  openReflection(): Promise<Result<null, Refusal>>;
  /** Anyone may: now there is space for an answer. */
  endReflection(): Promise<Result<null, Refusal>>;
  /** Anyone may: nobody wishes to answer now. */
  passSpace(): Promise<Result<null, Refusal>>;
}
