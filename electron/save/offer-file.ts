import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { app, dialog, type BrowserWindow } from "electron";

import { fileEndings, type OutgoingMediaType } from "../../shared/ipc.ts";
import { words } from "../words.ts";
import { fileNameFor } from "./file-name.ts";

/** A document as it is written: its kind is one that the program hands out. */
export interface OfferedFile {
  readonly name: string;
  readonly mediaType: OutgoingMediaType;
  readonly bytes: Uint8Array;
}

/**
 * Asks where a document should go and writes it there; on the disk when it resolves. False when the person changed
 * their mind. A place that cannot be written to is said at once, and another can be chosen.
 */
export async function offerFile(window: BrowserWindow, file: OfferedFile): Promise<boolean> {
  const ending = fileEndings[file.mediaType];
  let defaultPath = join(app.getPath("documents"), fileNameFor(file.name, file.mediaType));
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath,
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
      properties: ["createDirectory", "showOverwriteConfirmation"],
    });
    if (canceled || filePath === "") return false;
    if (await isWritten(filePath, file.bytes)) return true;
    await dialog.showMessageBox(window, {
      type: "info",
      message: words.notWritten,
      buttons: [words.chooseAnotherPlace],
    });
    defaultPath = filePath;
  }
}

async function isWritten(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flush: true });
    return true;
  } catch {
    return false;
  }
}
