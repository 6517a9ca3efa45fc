import { registerHooks } from "node:module";

/** Lets a built main process find the stand-in where it looks for Electron. Given to Node with `--import`. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron"
      ? { url: new URL("./electron.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
