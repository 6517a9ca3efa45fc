import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";

/** A stretch of one block's text and the voice that wrote it; offsets count the block's letters without line breaks. */
interface Stretch {
  readonly voice: VoiceId;
  readonly from: number;
  readonly to: number;
}

/**
 * The DOM ranges of every voice's words in an editor's blocks. The words are matched by place: block by block, letter by
 * letter; a block that the screen shows differently at this moment has no ranges until both agree again.
 */
export function rangesOfVoices(
  blocks: readonly HTMLElement[],
  paragraphs: readonly Paragraph[],
): ReadonlyMap<VoiceId, readonly Range[]> {
  const ranges = new Map<VoiceId, Range[]>();
  for (const [index, block] of blocks.entries()) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) continue;
    const texts = textNodesOf(block);
    const shown = texts.map(({ data }) => data).join("");
    if (shown !== paragraph.runs.map(({ text }) => text.replaceAll("\n", "")).join("")) continue;
    for (const { voice, from, to } of stretchesOf(paragraph)) {
      const range = rangeOf(texts, from, to);
      if (range !== null) ranges.set(voice, [...(ranges.get(voice) ?? []), range]);
    }
  }
  return ranges;
}

/** The voice whose words stand at a place of the document, or null. */
export function voiceAt(ranges: ReadonlyMap<VoiceId, readonly Range[]>, node: Node, offset: number): VoiceId | null {
  for (const [voice, own] of ranges) if (own.some((range) => range.isPointInRange(node, offset))) return voice;
  return null;
}

function stretchesOf({ runs }: Paragraph): readonly Stretch[] {
  let from = 0;
  return runs.flatMap(({ voice, text }) => {
    const to = from + text.replaceAll("\n", "").length;
    const stretch = voice === null || to === from ? [] : [{ voice, from, to }];
    from = to;
    return stretch;
  });
}

function textNodesOf(block: HTMLElement): readonly Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  // A walker that shows text only returns nothing but text nodes.
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

function rangeOf(texts: readonly Text[], from: number, to: number): Range | null {
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (const text of texts) {
    const end = passed + text.length;
    if (!begun && from < end) {
      range.setStart(text, from - passed);
      begun = true;
    }
    if (begun && to <= end) {
      range.setEnd(text, to - passed);
      return range;
    }
    passed = end;
  }
  return null;
}
