import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";

/** Whether whoever is at this page has left the meeting: the way back leads to what stands there then. */
export const HasLeftContext = createContext(false);

/** The way back from a page of a meeting, named after where it leads. */
export function BackToMeeting(props: { readonly href: string; readonly className: string }) {
  const { t } = useTranslation();
  const hasLeft = useContext(HasLeftContext);
  return (
    <a className={props.className} href={props.href}>
      {t(hasLeft ? "leaving.back" : "meeting.back")}
    </a>
  );
}
