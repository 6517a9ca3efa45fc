import { readFile } from "node:fs/promises";
import { verifyFile } from "../../shared/export/verify-file.ts";
import type { Hands } from "./hands.ts";
import { savedFromPrintWindow, takeOverPrinting } from "./print-window.ts";
import type { Report } from "./report.ts";

/** The digest of the agreed record, as this laptop's screen shows it. */
export async function shownDigest({ page }: Hands): Promise<string> {
  const shown =
    (await page
      .getByText(/[0-9a-f]{64}/)
      .first()
      .textContent()) ?? "";
  const [digest] = /[0-9a-f]{64}/.exec(shown) ?? [];
  if (digest === undefined) throw new Error("no digest is shown with the agreed record");
  return digest;
}

/** Whose copies there are, as their choice is called, and as their files are. */
const COPIES = [
  ["Everyone in the room", "network"],
  ["The GP", "gp"],
] as const;

const FILES = [
  ["Word (DOCX)", "docx"],
  ["Web page (HTML)", "html"],
  ["Text with marks (Markdown)", "md"],
  ["Plain text (TXT)", "txt"],
  ["Health record (FHIR)", "fhir.json"],
  ["Proof only (.polyphony)", "polyphony"],
] as const;

const PAPERS = [
  ["Paper (PDF)", "pdf"],
  ["Paper in large print (PDF)", "large.pdf"],
] as const;

/** Takes each reader's copy of the agreed record along from one laptop, in every form there is, through its own buttons. */
export async function takeHome(hands: Hands, report: Report, headless: boolean): Promise<void> {
  await takeOverPrinting(hands.page.context());
  for (const [reader, name] of COPIES) {
    await hands.choose(hands.page, reader);
    for (const [button, ending] of FILES) {
      const file = await downloaded(hands, () => hands.pressButton(button));
      await report.keep(`copies/${name}.${ending}`, file);
    }
    // Only a browser without a window can be asked for the PDF that its print dialog would save.
    if (headless) {
      for (const [button, ending] of PAPERS) {
        await report.keep(`copies/${name}.${ending}`, await paperOf(hands, button));
      }
    }
  }
}

/** The paper as the browser's print window saves it, given back to the program, which puts the proof into it. */
async function paperOf(hands: Hands, button: string): Promise<Buffer> {
  const { page } = hands;
  const [paper] = await Promise.all([page.waitForEvent("popup"), hands.pressButton(button)]);
  const buffer = await savedFromPrintWindow(paper);
  await paper.close();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), hands.pressButton("Choose the PDF")]);
  return downloaded(hands, () => chooser.setFiles({ name: "printed.pdf", mimeType: "application/pdf", buffer }));
}

async function downloaded({ page }: Hands, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const file = await readFile(await download.path());
  const { ok, faults } = await verifyFile(file);
  // Word, plain text and health records carry no proof.
  if (!ok && !faults.every(({ why }) => why === "not-known" || why === "unreadable")) {
    throw new Error(`${download.suggestedFilename()} does not hold: ${JSON.stringify(faults)}`);
  }
  return file;
}
