/** The elements and attributes that a narrative may have (FHIR R4, txt-1), as far as any of ours has use for them. */
const ELEMENTS = new Set(
  "div p span b i em strong sup sub br ul ol li q blockquote h1 h2 h3 h4 h5 h6 table caption thead tbody tr th td".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(["dir", "lang", "xml:lang", "title", "class"]);
const INLINE = new Set("span b i em strong sup sub br q".split(" "));

/** What is wrong with the XHTML of a narrative: empty where any system can read it and nothing in it could do anything. */
export function narrativeFaults(div: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  if (!div.startsWith('<div xmlns="http://www.w3.org/1999/xhtml" ')) found.push("its root is no div of XHTML");
  // XML 1.0, §2.2.
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(div))
    found.push("it holds what XML cannot hold");
  for (const [piece] of div.matchAll(/<(?:"[^"]*"|[^">])*>|[^<]+|</gu)) {
    if (/&(?!(?:amp|lt|gt|quot|#\d+);)/u.test(piece)) found.push(`an entity that is not XML's own: ${piece}`);
    if (!piece.startsWith("<")) {
      if (open.length === 0) found.push(`words outside of it: ${piece}`);
      continue;
    }
    const [, closing = "", name = "", attributes = "", empty = ""] =
      /^<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*) ?(\/?)>$/u.exec(piece) ?? [];
    if (!ELEMENTS.has(name)) found.push(`an element that no narrative has: ${piece}`);
    for (const [, attribute = ""] of attributes.matchAll(/ ([\w:]+)="/gu)) {
      const root = open.length === 0 && attribute === "xmlns";
      if (!root && !ATTRIBUTES.has(attribute)) found.push(`an attribute that no narrative has: ${piece}`);
    }
    if (closing === "/") {
      if (open.pop() !== name) found.push(`${piece} closes nothing`);
    } else {
      const around = open.at(-1) ?? "";
      if ((INLINE.has(around) || around === "p") && !INLINE.has(name)) found.push(`${piece} within ${around}`);
      if (empty === "") open.push(name);
    }
  }
  if (open.length > 0) found.push(`left open: ${open.join(", ")}`);
  if (div.replace(/<[^>]*>/gu, "").trim() === "") found.push("txt-2: it says nothing");
  return found;
}
