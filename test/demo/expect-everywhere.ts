import type { Locator } from "playwright-core";
import type { Hands } from "./hands.ts";

/** How long a word may take to be on every laptop before the step counts as not held. */
const PATIENCE_MS = 45_000;

/** Waits until every one of these laptops shows it, and says which did not. */
export async function expectEverywhere(
  laptops: readonly Hands[],
  find: (hands: Hands) => Locator,
  what: string,
): Promise<void> {
  await Promise.all(
    laptops.map(async (hands) => {
      try {
        await find(hands).waitFor({ state: "visible", timeout: PATIENCE_MS });
      } catch (error) {
        throw new Error(`laptop ${hands.name} does not show: ${what}`, { cause: error });
      }
    }),
  );
}

/** Waits until none of these laptops shows it, and says which still does. */
export async function expectNowhere(
  laptops: readonly Hands[],
  find: (hands: Hands) => Locator,
  what: string,
): Promise<void> {
  await Promise.all(
    laptops.map(async (hands) => {
      const until = performance.now() + PATIENCE_MS;
      while ((await find(hands).count()) > 0) {
        if (performance.now() > until) throw new Error(`laptop ${hands.name} still shows: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
}

/** Waits until all these laptops say the same. */
export async function expectSame(laptops: readonly Hands[], read: (hands: Hands) => Promise<string>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const shown = await Promise.all(laptops.map(read));
    if (new Set(shown).size === 1) return;
    if (performance.now() > until) throw new Error(`the laptops differ: ${JSON.stringify(shown)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
