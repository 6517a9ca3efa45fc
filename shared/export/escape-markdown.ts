const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Text that Markdown shows as exactly this text: no emphasis, link, picture, heading, list, code or HTML comes of it, in
 * CommonMark and in the older dialects that know no backslash before `<`. Lines stay lines; space around them goes,
 * because four spaces at the start of a line would be code.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== "")
    .join("\\\n");
}

function escapeLine(line: string): string {
  return (
    line
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? "")
      .replace(/[\\`*_[\]|~$^#]/g, "\\$&")
      // What GitHub's dialect would make a link of by itself.
      .replace(/:\/\/|@|www\./giu, (link) => `${link.slice(0, -1)}\\${link.slice(-1)}`)
      .replace(/^([+=:-])/, "\\$1")
      .replace(/^(\d+)([.)])/, "$1\\$2")
  );
}
