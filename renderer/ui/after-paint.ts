/**
 * Resolves when what was just put on the screen can be seen: for work that lets nothing else happen while it lasts, and
 * for what can be done only when a panel or a menu has gone.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
}
