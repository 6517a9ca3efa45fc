import { join } from "node:path";

import { BrowserWindow, nativeTheme } from "electron";

/** The page's own background in light and dark, so that nothing flashes before it is drawn. */
const background = { light: "#fbf8f3", dark: "#1d1b19" };

/**
 * Creates the program's window, empty and not yet shown. Its page will run sandboxed and isolated: of this process it
 * can reach the calls of `shared/ipc.ts` and nothing else.
 */
export function createWindow({ devTools }: { readonly devTools: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    title: "Polyphony",
    width: 1366,
    height: 860,
    minWidth: 480,
    minHeight: 480,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: join(import.meta.dirname, "../preload/preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: true,
      devTools,
    },
  });
  window.once("ready-to-show", () => window.show());
  // All interfaces: the other policies look only at the one that leads to the internet, and a flat may have none.
  window.webContents.setWebRTCIPHandlingPolicy("default");
  return window;
}

/** Brings a window to where the person sees it. */
export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
