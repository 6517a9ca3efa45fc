/**
 * What an editor does with an error of its own: it throws, so that the frame's boundary says what happened. Going on
 * would leave an editor that takes keys but no longer hands them on, which is how words get lost.
 */
export function stopOnError(error: Error): never {
  throw error;
}
