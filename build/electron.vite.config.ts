import { fileURLToPath } from "node:url";

import { defineConfig } from "electron-vite";

import browserShell from "./vite.config.ts";

/**
 * Builds the desktop program into `out/desktop`: main, preload and the same pages that the browser shell shows.
 * Everything is bundled, so that an installed program brings no node_modules. Run from the root:
 * electron-vite build --config build/electron.vite.config.ts
 */
export default defineConfig({
  main: {
    build: {
      outDir: "out/desktop/main",
      externalizeDeps: false,
      rolldownOptions: {
        input: at("../electron/main.ts"),
        // ws tries these two and does without.
        external: ["bufferutil", "utf-8-validate"],
        output: { entryFileNames: "main.js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/desktop/preload",
      externalizeDeps: false,
      rolldownOptions: {
        input: at("../electron/preload.ts"),
        // A sandboxed preload can load neither ES modules nor a second file.
        output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false },
      },
    },
  },
  renderer: {
    ...browserShell,
    build: {
      ...browserShell.build,
      outDir: "out/desktop/renderer",
      minify: true,
      rolldownOptions: { input: at("../renderer/index.html") },
    },
  },
});

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
