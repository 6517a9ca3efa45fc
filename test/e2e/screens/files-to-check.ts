import type { ReaderName } from "../../../shared/consent/statements.ts";
import { bundleFor, pageFor } from "../../cast/proven.ts";
import type { GivenFile } from "./every-page.ts";

/** What somebody may bring to be checked. */

/** The proof of a reader's copy. */
export async function proof(reader: ReaderName): Promise<GivenFile> {
  const mimeType = "application/vnd.polyphony+json";
  return { name: "Samira’s-meeting.polyphony", mimeType, buffer: Buffer.from(await bundleFor(reader)) };
}

/** The page of a reader's copy. */
export async function page(name: string, reader: ReaderName): Promise<GivenFile> {
  return { name: `${name}.html`, mimeType: "text/html", buffer: Buffer.from(await pageFor(reader)) };
}

/** The room's page after someone has taken a letter out of it. */
export async function changedPage(name: string): Promise<GivenFile> {
  const { buffer } = await page(name, "network");
  const changed = buffer.toString().replace("Samira’s meeting", "Samira’s meting");
  return { name: `${name}.html`, mimeType: "text/html", buffer: Buffer.from(changed) };
}

/** No record at all. */
export const letter: GivenFile = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear Samira") };
