import { vi } from "vitest";

/** Waits for what follows by itself, also on a machine that is busy otherwise. */
export function soon<Value>(look: () => Promise<Value> | Value): Promise<Value> {
  return vi.waitFor(look, { timeout: 10_000 });
}
