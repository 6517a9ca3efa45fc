/** HTML that is safe to put into a page: made by `html` and by nothing else. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * HTML from a template. Whatever is put into it is text and shows as that text, between tags and between quotes alike;
 * only other markup goes in as it is. So there is no place where escaping could be forgotten.
 */
export function html(
  template: TemplateStringsArray,
  ...values: readonly (Markup | number | string | readonly Markup[])[]
): Markup {
  const source = template.reduce((before, part, index) => before + sourceOf(values[index - 1] ?? "") + part);
  return new Markup(source);
}

function sourceOf(value: Markup | number | string | readonly Markup[]): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === "object") return value.map(String).join("");
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}
