import { INKS } from "./inks.ts";
import { Markup } from "./markup.ts";

/**
 * The style of an exported page. `mark` and the beginning of `digest` stand in the margin of every printed page, which
 * CSS writes itself (CSS Paged Media, margin boxes). A draft has its watermark besides: not every browser knows margin
 * boxes, and someone may print without margins. In large print no letter is smaller than 18 points, in the margins neither.
 */
export function pageStyle(mark: string, digest: string, large: boolean): Markup {
  const voices = Object.entries(INKS).map(
    ([colour, { ink, border }]) => `.${colour} { --ink: #${ink}; --line: ${border === "single" ? "solid" : border}; }`,
  );
  return new Markup(`
@page {
  size: A4;
  margin: 24mm 20mm 22mm;
  @top-left { content: ${cssText(mark)}; font: 700 ${large ? "18pt" : "10pt"} ${FONTS}; color: #2a2825; }
  @bottom-left { content: ${cssText(digest.slice(0, 16))}; font: ${large ? "18pt" : "8pt"} monospace; color: #5f5a52; }
  @bottom-right { content: counter(page); font: ${large ? "18pt" : "9pt"} ${FONTS}; color: #5f5a52; }
}
${voices.join("\n")}
${PAGE}${large ? LARGE : ""}`);
}

/** What every paper is set in: the first of these that the reader has. */
export const FONTS = `"Atkinson Hyperlegible", "Segoe UI", "Noto Sans", "DejaVu Sans", system-ui, sans-serif`;

const PAGE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 44rem; background: #fff; color: #2a2825;
  font: 1.0625rem/1.5 ${FONTS}; font-variant-ligatures: none; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 0.5rem; }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 0.25rem; }
p { margin: 0.25rem 0 0.5rem; }
code { font-size: 0.875em; }
a { color: inherit; }
.small { font-size: 0.9375rem; color: #5f5a52; }
.said { white-space: pre-wrap; }
.standing { padding: 0.75rem 1rem; border: 1px solid #8f8675; border-radius: 0.5rem; }
.name { color: var(--ink); font-weight: 700; }
.plain { list-style: none; padding: 0; margin: 0.25rem 0; }
.run { text-decoration: underline var(--line) var(--ink) 1px; text-underline-offset: 0.25em; }
.whose { color: var(--ink); font-size: 0.75em; line-height: 0; margin-inline-end: 0.25em; }
.whose abbr { text-decoration: none; }
.key { margin-inline-start: 0.75em; }
.key b { color: var(--ink); }
.decision { margin: 0.75rem 0 1rem; padding-inline-start: 1rem; border-inline-start: 1px solid #8f8675; }
.utterance { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 4px var(--line) var(--ink); }
.rendering { margin-block: 0.5rem; padding-inline-start: 1rem; border-inline-start: 1px solid #d8d0c2; }
.who { margin: 0; font-size: 0.9375rem; }
.number { color: #5f5a52; }
.reflection { margin: 1.5rem 0; padding: 0.5rem 1.25rem 0.75rem; background: #f5f1e8; border-radius: 0.75rem; }
.reflection h3 { margin-top: 0.5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding-block: 0.25rem 0.75rem; font-size: 0.9375rem; }
th, td { text-align: start; padding: 0.375rem 0.75rem 0.375rem 0; border-block-end: 1px solid #d8d0c2; font-weight: 400; }
thead th { font-weight: 700; }
.watermark { display: none; }
@media print {
  th[scope="row"] { min-width: 8em; }
  td code { white-space: nowrap; }
  body { max-width: none; padding: 0; font-size: 11.5pt; }
  h2, h3, .who { break-after: avoid; }
  .utterance, .decision, tr { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .proof { display: none; }
  .reflection { background: none; border: 1px solid #d8d0c2; }
  .watermark { display: grid; place-items: center; position: fixed; inset: 0; z-index: -1;
    font-size: 34pt; font-weight: 700; text-align: center; color: rgb(0 0 0 / 0.07); }
}
`;

/** Sizes relative to 18 points, of which nothing falls short; wider lines between, and darker grey. */
const LARGE = `
:root { font-size: 18pt; }
body { font-size: 1rem; line-height: 1.6; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
code, .small, .who, .whose, caption { font-size: 1rem; }
.small, .number { color: #2a2825; }
.whose { line-height: 1; vertical-align: baseline; }
.run { text-decoration-thickness: 2px; }
@media print { body { font-size: 1rem; } }
`;

/** A CSS string. Only letters, digits and spaces stay as they are, so that nothing in it ends the string or the style. */
function cssText(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0xfffd;
    return `\\${code.toString(16)} `;
  });
  return `"${escaped}"`;
}
