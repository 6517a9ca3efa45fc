import type { ComponentType } from "react";
import type { Colour } from "../../shared/meeting/statements.ts";
import type { Draft, MeetingSession } from "../session/meeting-session.ts";

/**
 * What the frame hands to the editor in which a voice writes. The frame draws the box around it; the editor fills the
 * box, brings no border of its own, and is one multi-line textbox named `label`.
 */
export interface ComposerProps {
  readonly draft: Draft;
  readonly label: string;
  readonly placeholder: string;
  /** The voice's colour, for the caret. */
  readonly colour: Colour;
  readonly disabled: boolean;
  /** Asked with Ctrl+Enter (or Command+Enter). */
  readonly onSubmit: () => void;
}

/**
 * What the frame hands to the editor in which everyone writes. It is one multi-line textbox named `label`. Each run of
 * words carries the class `run` and its voice's style (`ui/voice-colour.ts`); whether that is drawn is decided by an
 * ancestor's `data-whose-words`.
 */
export interface SummaryProps {
  readonly session: MeetingSession;
  readonly label: string;
  readonly readOnly: boolean;
}

/** The editors, filled in at the composition root: the frame does not know which library they are made with. */
export interface Editors {
  readonly Composer: ComponentType<ComposerProps>;
  readonly Summary: ComponentType<SummaryProps>;
}
