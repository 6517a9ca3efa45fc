import { join } from "node:path";
import { expect, test } from "vitest";

import { profileFolder } from "../../../../electron/serve/profile-folder.ts";

test.each([
  ["linux", {}, ["/home/ellen", ".local", "share", "polyphony"]],
  ["linux", { XDG_DATA_HOME: "/data" }, ["/data", "polyphony"]],
  ["linux", { XDG_DATA_HOME: "" }, ["/home/ellen", ".local", "share", "polyphony"]],
  ["darwin", {}, ["/home/ellen", "Library", "Application Support", "Polyphony"]],
  ["win32", { APPDATA: "/roaming" }, ["/roaming", "Polyphony"]],
  ["win32", {}, ["/home/ellen", "AppData", "Roaming", "Polyphony"]],
] as const)("on %s with %j it keeps what is its own where the system wants it", (platform, environment, path) => {
  expect(profileFolder(platform, environment, "/home/ellen")).toBe(join(...path));
});
