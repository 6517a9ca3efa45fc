import type * as Y from "yjs";
import type { VoiceId } from "../feed/ids.ts";
import { LINE_BREAK } from "../text/letters.ts";
import { readLines, type Line } from "../text/lines.ts";

/** A run of text with the voice that wrote it; `null` for text nobody typed. */
export interface Run {
  readonly voice: VoiceId | null;
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

/** One line of a text. A line break in it is a `\n` in its runs. */
export interface Paragraph {
  readonly style: "heading" | "paragraph";
  readonly runs: readonly Run[];
}

/** Whose the letters are that were inserted under a client id. */
export type VoiceOf = (clientId: number) => VoiceId | null;

/** The words of a document, each with the voice that wrote them. Total: whatever else a document holds is passed over. */
export function readDocument(doc: Y.Doc, voiceOf: VoiceOf): readonly Paragraph[] {
  return readLines(doc).map((line) => paragraphOf(line, voiceOf));
}

/** A line with the voice of each run. Neighbouring runs of one voice and look are one. */
export function paragraphOf({ heading, pieces }: Line, voiceOf: VoiceOf): Paragraph {
  const runs: Run[] = [];
  for (const { client, text, bold, italic } of pieces) {
    const run: Run = {
      voice: voiceOf(client),
      text: text.replaceAll(LINE_BREAK, "\n"),
      ...(bold && { bold }),
      ...(italic && { italic }),
    };
    const last = runs.at(-1);
    if (last?.voice === run.voice && last.bold === run.bold && last.italic === run.italic) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else runs.push(run);
  }
  return { style: heading ? "heading" : "paragraph", runs };
}

/** The letters of some paragraphs, one line each. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
}

/** Whether there is nothing to read in them. */
export function isBlank(paragraphs: readonly Paragraph[]): boolean {
  return plainText(paragraphs).trim() === "";
}
