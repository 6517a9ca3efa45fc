import type { EditorThemeClasses } from "lexical";

/** The classes the editors' own nodes carry; drawn in `editor.css`. */
export const EDITOR_THEME: EditorThemeClasses = {
  paragraph: "words-paragraph",
  heading: { h1: "words-heading", h2: "words-heading", h3: "words-heading" },
  text: { bold: "words-bold", italic: "words-italic" },
};
