import type { Bytes } from "../../shared/crypto/bytes.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Shell } from "../../shared/shell.ts";

/** What became of something a person takes along. */
export type Taken =
  /** It is where they chose. */
  | "saved"
  /** They changed their mind. */
  | "not-saved"
  /** The browser's own dialog prints it, or saves it as a PDF. */
  | "printing";

/** A page to be taken along on paper. */
export interface PaperToTake {
  /** The file's name, where the shell makes a file of it. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** What is still to be put into the PDF, which the engine leaves out. */
  readonly finish: (pdf: Bytes) => Promise<Bytes>;
}

/**
 * Prints a page and hands the finished PDF to the person, where the shell gives one back. A printer that jams or a disk
 * that is full is told to the person, not to a log.
 */
export async function takePaper(
  shell: Pick<Shell, "printPaper" | "saveFile">,
  { name, title, html, finish }: PaperToTake,
): Promise<Result<Taken, "not-exported">> {
  try {
    const printed = await shell.printPaper({ title, html });
    if (printed.kind === "printing") return ok("printing");
    if (printed.kind === "not-printed") return no("not-exported");
    const bytes = await finish(printed.pdf);
    return ok((await shell.saveFile({ name, mediaType: "application/pdf", bytes })) ? "saved" : "not-saved");
  } catch {
    return no("not-exported");
  }
}
