import type { ReactNode } from "react";

/**
 * Something a person should know, said quietly where they are. The region is there before the words are, so that a
 * screen reader hears them come; the focus stays where it is. `alert` is for words that may be lost, nothing else.
 */
export function Notice(props: {
  readonly role?: "alert" | "status";
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const empty = props.children === null || props.children === undefined || props.children === "";
  return (
    <div role={props.role ?? "status"} className={empty ? "" : "notice"}>
      {empty ? null : <p className="notice__words">{props.children}</p>}
      {empty ? null : props.action}
    </div>
  );
}
