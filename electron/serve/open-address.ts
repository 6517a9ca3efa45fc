import { spawn } from "node:child_process";

/** The program that opens an address in the person's own browser, with its arguments; null where there is none to see. */
export function openingCommand(
  url: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly [program: string, ...args: string[]] | null {
  if (platform === "darwin") return ["open", url];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", url];
  const hasDisplay = [environment["DISPLAY"], environment["WAYLAND_DISPLAY"]].some(
    (display) => display !== undefined && display !== "",
  );
  return hasDisplay ? ["xdg-open", url] : null;
}

/** How long an opener that fails may take to say so; one that works may stay as long as the browser does. */
const verdictMs = 1500;

/** Opens an address in the person's own browser. Resolves to whether that can be expected to show it. */
export function openAddress(url: string): Promise<boolean> {
  const command = openingCommand(url, process.platform, process.env);
  if (command === null) return Promise.resolve(false);
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore", detached: true });
    const settle = setTimeout(() => resolve(true), verdictMs);
    child.once("spawn", () => child.unref());
    child.once("error", () => resolve(false));
    child.once("exit", (code) => {
      clearTimeout(settle);
      resolve(code === 0);
    });
  });
}
