import { useEffect, useRef, type ReactNode } from "react";

/**
 * The heading of a screen. When the screen comes, it takes the focus, so that a keyboard and a screen reader begin where
 * the eyes do; `stays` leaves the focus alone. `page` is what the window is called.
 */
export function Title(props: { readonly children: ReactNode; readonly page: string; readonly stays?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { page, stays } = props;
  useEffect(() => {
    document.title = page;
  }, [page]);
  useEffect(() => {
    if (stays !== true) heading.current?.focus({ preventScroll: true });
  }, [stays]);
  return (
    <h1 ref={heading} tabIndex={-1} className="title" dir="auto">
      {props.children}
    </h1>
  );
}
