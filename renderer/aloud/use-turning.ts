import { useEffect } from "react";

/** Where the arrow keys already mean something of their own. */
const TAKEN = "input, textarea, select, [contenteditable='true'], [role='radiogroup'], [role='dialog'], [role='menu']";

/** The arrow keys to the sides go back and on, in the direction in which the page is read. */
export function useTurning(at: number, goTo: (part: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(`${TAKEN}, [inert]`) !== null) return;
      const onwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      event.preventDefault();
      goTo(at + (event.key === onwards ? 1 : -1));
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [at, goTo]);
}
