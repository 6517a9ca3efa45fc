/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} environment
 * @property {boolean} isRoot
 */

/** @returns {Machine} the machine this runs on */
export function thisMachine() {
  return { platform: process.platform, environment: process.env, isRoot: process.getuid?.() === 0 };
}

/**
 * Why the desktop shell cannot open a window on a machine, as part of a sentence; null when it can.
 * @param {Machine} machine
 * @returns {string | null}
 */
export function windowObstacle({ platform, environment, isRoot }) {
  if (platform === "darwin" || platform === "win32") return null;
  const displays = [environment["DISPLAY"], environment["WAYLAND_DISPLAY"]];
  if (displays.every((display) => display === undefined || display === "")) return "there is no display for a window";
  // Electron would have to give up its sandbox, and the program does not run without.
  if (isRoot) return "a desktop window is not opened as root";
  return null;
}
