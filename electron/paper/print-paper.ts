import { randomUUID } from "node:crypto";

import { BrowserWindow, session, type Session } from "electron";

import type { Bytes } from "../../shared/crypto/bytes.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { OutgoingPaper } from "../../shared/shell.ts";
import { paperPolicy } from "../content-policy.ts";
import { ownScheme, paperHost } from "../own-pages.ts";
import { guardSession, paperRules } from "../security.ts";

/** Makes a PDF of a page, without a title: Chromium writes none, and the page that asked finishes it. */
export type PrintPaper = (paper: OutgoingPaper) => Promise<Result<Bytes, "not-printed">>;

/**
 * Prepares printing: tagged PDFs with an outline, made in a window that nobody sees. The page runs no script and reaches
 * no network; it lies in memory only, so that no draft stays behind on a disk.
 */
export function createPaperPrinter(): PrintPaper {
  const pages = new Map<string, string>();
  // Not "persist:": a session in memory.
  const printing = session.fromPartition("paper");
  guardSession(
    printing,
    paperRules((url) => pages.has(url)),
  );
  printing.protocol.handle(ownScheme, ({ url }) => {
    const html = pages.get(url);
    if (html === undefined) return new Response(null, { status: 404 });
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": paperPolicy };
    return new Response(html, { headers });
  });
  return async ({ html }) => {
    const url = `${ownScheme}://${paperHost}/${randomUUID()}`;
    pages.set(url, html);
    try {
      return ok(new Uint8Array(await printed(url, printing)));
    } catch {
      return no("not-printed");
    } finally {
      pages.delete(url);
    }
  };
}

async function printed(url: string, printing: Session): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
    },
  });
  try {
    await window.loadURL(url);
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      pageSize: "A4",
    });
  } finally {
    window.destroy();
  }
}
