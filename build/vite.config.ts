import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../renderer/", import.meta.url));
const outDir = fileURLToPath(new URL("../out/browser/", import.meta.url));

/**
 * Builds the renderer into `out/browser`, one directory of static files that both shells show: the browser shell over
 * loopback http, the desktop shell over its own protocol. Addresses inside are relative, so neither has to know the other.
 */
export default defineConfig({
  root,
  base: "./",
  cacheDir: "../node_modules/.vite",
  publicDir: false,
  plugins: [react()],
  resolve: {
    // Two copies of either would each hold half of the meeting's truth.
    dedupe: ["yjs", "lexical", "react", "react-dom"],
  },
  build: {
    outDir,
    emptyOutDir: true,
    // The oldest engine that has what the core needs: Ed25519 in Web Crypto.
    target: "chrome137",
    sourcemap: false,
    reportCompressedSize: true,
    // What is loaded first is bounded by what reaches the screen in time, not by the size of one file.
    chunkSizeWarningLimit: 2048,
    // The content security policy allows fonts from the program itself only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
