import { join } from "node:path";

/**
 * The folder of this user in which the program keeps what is its own beside the browser's profile, as each system wants it
 * (XDG Base Directory, Known Folders, File System Programming Guide).
 */
export function profileFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === "win32") return join(given(environment["APPDATA"]) ?? join(home, "AppData", "Roaming"), "Polyphony");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Polyphony");
  return join(given(environment["XDG_DATA_HOME"]) ?? join(home, ".local", "share"), "polyphony");
}

function given(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
