import { createContext, useContext, type ReactNode } from "react";

/** Whose copy the parts belong to, where one is shown beside the whole text; otherwise empty. */
export const WhoseCopy = createContext("");

/** One part of a frozen text under its title; in a reader's copy its name says so, that two parts of a page differ. */
export function RevisionPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const reader = useContext(WhoseCopy);
  return (
    <section className="revision__part" aria-label={reader === "" ? title : `${title} · ${reader}`}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
