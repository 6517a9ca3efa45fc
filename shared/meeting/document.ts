import type { VoiceId } from "../feed/ids.ts";

/** A run of text with the voice that wrote it; `null` for text nobody typed. */
export interface Run {
  readonly voice: VoiceId | null;
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

/** One block of a text. */
export interface Paragraph {
  readonly style: "heading" | "paragraph";
  readonly runs: readonly Run[];
}
