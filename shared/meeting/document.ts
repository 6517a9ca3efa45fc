import * as Y from "yjs";
import type { VoiceId } from "../feed/ids.ts";
import { ROOT_NAME } from "./seed.ts";

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

const BOLD = 1;
const ITALIC = 2;
/** How deep a document's elements are followed. The editor never nests deeper; a crafted document might. */
const MAX_DEPTH = 8;

/**
 * The words of a document, each with the voice that wrote them. Total: whatever a document holds besides paragraphs,
 * headings, line breaks and text is passed over.
 */
export function readDocument(doc: Y.Doc, voiceOf: (clientId: number) => VoiceId | null): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const child of doc.get(ROOT_NAME, Y.XmlElement).toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const runs: Run[] = [];
    collect(child, voiceOf, runs, 0);
    paragraphs.push({ style: child.nodeName === "heading" ? "heading" : "paragraph", runs: joined(runs) });
  }
  return paragraphs;
}

/** The letters of some paragraphs, one line each. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
}

/** Whether there is nothing to read in them. */
export function isBlank(paragraphs: readonly Paragraph[]): boolean {
  return plainText(paragraphs).trim() === "";
}

function collect(element: Y.XmlElement, voiceOf: (clientId: number) => VoiceId | null, runs: Run[], depth: number) {
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) collectText(child, voiceOf, runs);
    else if (child instanceof Y.XmlElement && child.nodeName === "linebreak") runs.push({ voice: null, text: "\n" });
    else if (child instanceof Y.XmlElement && depth < MAX_DEPTH) collect(child, voiceOf, runs, depth + 1);
  }
}

/** Walks the items of a Y.Text, because only they tell which client, and so which voice, inserted each run. */
function collectText(text: Y.XmlText, voiceOf: (clientId: number) => VoiceId | null, runs: Run[]): void {
  let format = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat && item.content.key === "p") format = formatOf(item.content.value);
    if (item.content instanceof Y.ContentString) {
      runs.push({
        voice: voiceOf(item.id.client),
        text: item.content.str,
        ...((format & BOLD) !== 0 && { bold: true }),
        ...((format & ITALIC) !== 0 && { italic: true }),
      });
    }
  }
}

/** Lexical's text format bits, as its Yjs binding keeps them: `{ __format: number }`. */
function formatOf(properties: unknown): number {
  if (typeof properties !== "object" || properties === null || !("__format" in properties)) return 0;
  return typeof properties.__format === "number" ? properties.__format : 0;
}

/** Neighbouring runs of one voice and look as one. A line break goes with the text before it. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const sameLook = last !== undefined && last.bold === run.bold && last.italic === run.italic;
    if (last !== undefined && (run.text === "\n" || (sameLook && last.voice === run.voice))) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else result.push(run);
  }
  return result;
}
