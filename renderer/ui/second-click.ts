/** What acts when it is pressed. */
const CONTROLS = "a, button, input, label, summary, [role]";

/**
 * The second click of a double click acts on nothing but what the first one has hit: where a first click makes controls come
 * and go, the second one may land on another, which nobody meant to press. Returns what ends it.
 */
export function keepSecondClicks(page: Document): () => void {
  let first: Element | null = null;
  const onClick = (event: MouseEvent): void => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
    // The keyboard and screen readers press without counting (0), and begin anew each time.
    if (event.detail <= 1) first = control;
    else if (control !== null && control !== first) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  // At the body and not above it: React Aria listens at the document for whether a click came, and makes up one that did not.
  page.body.addEventListener("click", onClick, true);
  return () => page.body.removeEventListener("click", onClick, true);
}
