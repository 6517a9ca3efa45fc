import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A test runner's NODE_ENV would otherwise put React's development build into what the program is compared with.
process.env["NODE_ENV"] = "production";

/** As the program itself is built: see build/vite.config.ts. */
const likeTheProgram = {
  configFile: false,
  logLevel: "error",
  mode: "production",
  resolve: { dedupe: ["yjs", "lexical", "react", "react-dom"] },
} satisfies InlineConfig;

const target = "chrome137";

/** Builds the page the program is compared with into a folder. */
export async function buildStockPage(folder: string): Promise<void> {
  await build({
    ...likeTheProgram,
    root: here("stock/"),
    base: "./",
    publicDir: false,
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

/** A script of `fill/` as one text that can be run in a page: the one that fills a laptop's vault, where nothing is said. */
export async function bundleFilling(script = "fill-vault.ts"): Promise<string> {
  const built = await build({
    ...likeTheProgram,
    build: {
      write: false,
      target,
      rolldownOptions: { input: here(`fill/${script}`), output: { format: "iife" } },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (output === undefined || !("output" in output)) throw new Error(`${script} was not built`);
  return output.output[0].code;
}
