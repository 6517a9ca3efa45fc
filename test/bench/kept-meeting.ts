import type { Bench } from "./bench.ts";
import { bundleFilling } from "./build-pages.ts";
import { compareClocks } from "./clocks.ts";
import { beginMeeting, COMPOSER } from "./our-program.ts";

const PATIENCE_MS = 120_000;

/** Has a meeting in which these words were said lie in a laptop's profile. Resolves to its address. */
export async function keepMeeting(bench: Bench, profile: string, texts: readonly string[]): Promise<string> {
  const laptop = await bench.openLaptop(profile);
  const { page } = laptop;
  await beginMeeting(page, bench.ours.url);
  await page.goto(`${bench.ours.url}#/`);
  await page.reload();
  await page.evaluate(await bundleFilling());
  const { meeting } = await page.evaluate((said) => window.fillVault(said, null), texts);
  const address = `${bench.ours.url}#/meeting/${meeting}`;
  await page.goto(address);
  await page.locator(COMPOSER).waitFor({ timeout: PATIENCE_MS });
  await compareClocks([page]);
  await laptop.close();
  return address;
}
