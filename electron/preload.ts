import { contextBridge, ipcRenderer } from "electron";

import { callNames, channelOf } from "../shared/ipc.ts";

/**
 * Gives the page `window.polyphony`: one function for each call of the contract, and no way to any other channel. Runs
 * in the sandbox, so it is bundled into one CommonJS file.
 */
contextBridge.exposeInMainWorld(
  "polyphony",
  Object.fromEntries(
    callNames.map((call) => [call, (...given: unknown[]) => ipcRenderer.invoke(channelOf(call), ...given)]),
  ),
);
