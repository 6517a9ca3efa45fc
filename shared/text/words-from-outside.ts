import { LINE_BREAK } from "./letters.ts";

/**
 * Words out of a clipboard or another program as lines: whatever ends a line elsewhere ends one here, also a vertical tab or a form
 * feed, so no two words are glued together. What cannot be seen or read is left out.
 */
export function linesFromOutside(words: string): readonly string[] {
  return withoutNoise(words).split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
}

/** What an editor has in one line as the letters it stands for. */
export function asLetters(text: string): string {
  return withoutNoise(text).replace(/\r\n|[\n\v\f\r\u0085\u2029]/g, LINE_BREAK);
}

/** Without control characters, and without halves of characters. A tab is kept. */
function withoutNoise(text: string): string {
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "");
}
