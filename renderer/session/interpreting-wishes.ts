import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Rendering } from "../../shared/meeting/in-the-room.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** Rendering what was said into another language, beside the words themselves. */
export interface InterpretingWishes {
  /**
   * What an interpreter, who speaks now, renders of an utterance: the last one in each language stands. Only while the words
   * themselves stand.
   */
  render(
    utterance: UtteranceId,
    rendering: Pick<Rendering, "language" | "notes" | "text">,
  ): Promise<Result<null, Refusal>>;
  /** Takes the speaking interpreter's own rendering in this language back. */
  takeRenderingBack(utterance: UtteranceId, language: string): Promise<Result<null, Refusal>>;
}
