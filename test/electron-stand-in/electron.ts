import { listenToTest } from "./control.ts";

/** The part of Electron's main-process API that the desktop shell uses, played by Node and an ordinary Chromium. */
export { app } from "./app.ts";
export { BrowserWindow } from "./browser-window.ts";
export { dialog } from "./dialog.ts";
export { ipcMain } from "./ipc-main.ts";
export { Menu, nativeTheme } from "./menu.ts";
export { safeStorage } from "./safe-storage.ts";
export { protocol, session } from "./session.ts";

listenToTest();
