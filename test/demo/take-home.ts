import { readFile } from "node:fs/promises";
import { withTitle } from "../../electron/paper/titled-pdf.ts";
import type { Hands } from "./hands.ts";
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

/** Takes the agreed record along from one laptop in every form there is, through its own buttons. */
export async function takeHome(hands: Hands, report: Report, headless: boolean): Promise<void> {
  const { page } = hands;
  for (const [button, name] of [
    ["Web page (HTML)", "agreed.html"],
    ["Plain text (Markdown)", "agreed.md"],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), hands.pressButton(button)]);
    await report.keep(name, await readFile(await download.path()));
  }
  const [paper] = await Promise.all([page.waitForEvent("popup"), hands.pressButton("Paper (PDF)")]);
  await paper.waitForLoadState();
  // Only a browser without a window can be asked for the PDF that its print dialog would save.
  if (headless) {
    const pdf = await paper.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    await report.keep("agreed.pdf", await withTitle(pdf, "Samira’s meeting"));
  }
  await paper.close();
}
