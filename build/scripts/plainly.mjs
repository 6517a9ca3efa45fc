/**
 * Runs a script's work. What goes wrong is said in its own sentence rather than as a stack, and makes the script fail.
 * @param {() => Promise<void>} work
 */
export async function plainly(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
