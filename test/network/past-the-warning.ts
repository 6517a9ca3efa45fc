import type { Page } from "playwright-core";
import { byMouse, type Manner } from "../demo/manner.ts";

/** What Chromium says where it would show its warning about a certificate that nobody vouches for. */
const WARNED = "ERR_CERT_AUTHORITY_INVALID";

/** Opens an address as a person does: where the browser warns of the certificate, by the two presses that lead past it. */
export async function openPastWarning(page: Page, url: string, manner: Pick<Manner, "press"> = byMouse): Promise<void> {
  try {
    await page.goto(url);
    return;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes(WARNED)) throw error;
  }
  await manner.press(page.locator("#details-button"));
  await manner.press(page.locator("#proceed-link"));
  await page.locator("#root, main").first().waitFor();
}
