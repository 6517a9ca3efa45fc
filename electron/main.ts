import { join } from "node:path";

import { app, ipcMain, Menu, protocol, safeStorage, session, type BrowserWindow } from "electron";

import { ok } from "../shared/result.ts";
import { startHosting, type KeptHosting } from "./hosting.ts";
import { answerCalls } from "./ipc/answer-calls.ts";
import { menuTemplate } from "./menu.ts";
import { registerOwnScheme, serveOwnFiles } from "./own-files.ts";
import { windowUrl } from "./own-pages.ts";
import { createPaperPrinter } from "./paper/print-paper.ts";
import { offerFile } from "./save/offer-file.ts";
import { guardEveryPage, guardSession, windowRules } from "./security.ts";
import { keepVault, type KeptVault } from "./vault/kept-vault.ts";
import { visitRoom } from "./visit/visit-room.ts";
import { bringForward, createWindow } from "./window.ts";

const pages = join(import.meta.dirname, "../renderer");

app.enableSandbox();
registerOwnScheme(protocol);
guardEveryPage(app);

// Two processes on one store would each believe they are the laptop.
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  const hosting = startHosting(pages, join(app.getPath("userData"), "certificate"));
  if (process.argv.includes("--room")) void hosting.openRoom();
  const vault = keepVault(join(app.getPath("userData"), "vault"), safeStorage);
  const opened = app.whenReady().then(() => open(hosting, vault));
  // Whoever starts the program again means its window; until that is there, the wish waits.
  app.on("second-instance", () => void opened.then(bringForward));
  app.on("activate", () => void opened.then(bringForward));
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", () => vault.close());
  app.on("will-quit", () => void hosting.close());
}

async function open(hosting: KeptHosting, vault: KeptVault): Promise<BrowserWindow> {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  guardSession(session.defaultSession, windowRules);
  serveOwnFiles(protocol, pages);
  const window = createWindow({ devTools: !app.isPackaged });
  // Answered from before the page can ask.
  answerCalls(ipcMain, {
    saveFile: async (file) => ok(await offerFile(window, file)),
    printPaper: createPaperPrinter(),
    visitRoom,
    ...hosting.answers,
    ...vault.answers,
  });
  await window.loadURL(windowUrl);
  return window;
}
