import { useTranslation } from "react-i18next";
import { languageName } from "./languages.ts";

/** A rendering as it is shown: by whom, by name. */
export interface ShownRendering {
  readonly by: string;
  readonly language: string;
  readonly text: string;
  readonly notes: readonly { readonly word: string; readonly says: string }[];
}

/** In which languages words stand here, and by whom they were rendered: "in Arabic, in English by Nadia". */
export function InLanguages(props: {
  /** The language of the words themselves, where it is not the meeting's. */
  readonly language: string | null;
  readonly renderings: readonly ShownRendering[];
}) {
  const { t, i18n } = useTranslation();
  const name = (language: string) => languageName(language, i18n.language);
  const said = [
    ...(props.language === null ? [] : [t("interpret.in", { language: name(props.language) })]),
    ...props.renderings.map(({ by, language }) => t("interpret.inBy", { language: name(language), name: by })),
  ];
  return said.length === 0 ? null : <span>{said.join(", ")}</span>;
}
