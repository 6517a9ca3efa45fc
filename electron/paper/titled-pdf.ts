import { PDFDocument } from "pdf-lib";

/** The same PDF with a title, which Chromium leaves out: what a reader's window and a screen reader call the paper. */
export async function withTitle(pdf: Uint8Array, title: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.setTitle(title, { showInWindowTitleBar: true });
  return document.save();
}
