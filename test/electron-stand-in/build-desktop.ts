import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A desktop program built for one test file. */
export interface BuiltDesktop {
  /** The main process, to be started. */
  readonly main: string;
  remove(): Promise<void>;
}

/** Builds the desktop program as it is shipped, into a folder of its own so that a running one is left alone. */
export async function buildDesktop(): Promise<BuiltDesktop> {
  await mkdir(join(root, "out"), { recursive: true });
  const directory = await mkdtemp(join(root, "out/desktop-"));
  await promisify(execFile)(
    process.execPath,
    [
      "node_modules/electron-vite/bin/electron-vite.js",
      "build",
      ...["--config", "build/electron.vite.config.ts"],
      ...["--outDir", directory],
      ...["--logLevel", "warn"],
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: "production" } },
  );
  return {
    main: join(directory, "main/main.js"),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
