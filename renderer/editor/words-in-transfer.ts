import { linesFromOutside } from "../../shared/text/words-from-outside.ts";

/**
 * What a clipboard or a drag brings, as lines of plain words: no styles, no links, no markup of another page. Where it has nothing but
 * markup, its text. Empty where it has no words.
 */
export function linesIn(data: DataTransfer | null): readonly string[] {
  const plain = data?.getData("text/plain") ?? "";
  const words = plain === "" ? textOfMarkup(data?.getData("text/html") ?? "") : plain;
  return words === "" ? [] : linesFromOutside(words);
}

const BLOCKS = "address,article,blockquote,dd,div,dt,figcaption,h1,h2,h3,h4,h5,h6,li,p,pre,section,td,th,tr";

/** The text of a page, a line for each block. The page is only read: nothing in it runs and nothing is fetched. */
function textOfMarkup(markup: string): string {
  if (markup === "") return "";
  const page = new DOMParser().parseFromString(markup, "text/html");
  for (const unread of page.querySelectorAll("head,script,style,template,noscript")) unread.remove();
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = "";
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.tagName === "BR") text += "\n";
      continue;
    }
    // Spaces and line ends of markup are one space.
    const words = (node.textContent ?? "").replace(/[ \t\r\n]+/g, " ");
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    if (words.trim() === "" && own !== block) continue;
    if (text !== "" && own !== block && !text.endsWith("\n")) text = `${text.trimEnd()}\n`;
    block = own;
    text += text === "" || text.endsWith("\n") ? words.trimStart() : words;
  }
  return text.trim();
}
