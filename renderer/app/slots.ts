import type { ComponentType } from "react";
import type { ComposerProps } from "../editor/Composer.tsx";
import type { SummaryProps } from "../editor/SummaryEditor.tsx";

/**
 * The editors, filled in at the composition root: the frame draws the box around each and does not know which library
 * they are made with. Each is one multi-line textbox named `label`.
 */
export interface Editors {
  readonly Composer: ComponentType<ComposerProps>;
  readonly Summary: ComponentType<SummaryProps>;
}
