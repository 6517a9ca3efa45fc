import { readFileSync } from "node:fs";

/** The name under which Chromium reaches the main process. Electron gives pages no such thing. */
export const wireName = "__standInInvoke";

/**
 * A preload as a script that runs in the page before the page's own. There is no isolated world here: what Electron
 * would keep apart shares its globals with the page, so nothing about isolation can be concluded.
 */
export function preloadScript(file: string): string {
  return `(() => {
    // Electron runs a preload in the page itself only, not in what is embedded in it.
    if (window !== window.top) return;
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) =>
          Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
      },
      ipcRenderer: { invoke: (channel, ...given) => window.${wireName}(channel, given) },
    };
    const require = (name) => {
      if (name === "electron") return electron;
      throw new Error("module not found: " + name);
    };
    const module = { exports: {} };
    ((require, module, exports) => {
${readFileSync(file, "utf8")}
    })(require, module, module.exports);
  })();`;
}
