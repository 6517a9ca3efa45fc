/** Resolves when what was just put on the screen can be seen: for work that lets nothing else happen while it lasts. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
}
