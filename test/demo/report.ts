import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hands } from "./hands.ts";

interface Step {
  readonly n: string;
  readonly what: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly why?: string;
}

/** What the demo leaves behind: which steps held, pictures of what every laptop showed, and how it was carried. */
export class Report {
  readonly steps: Step[] = [];
  readonly #dir: string | null;
  readonly #laptops: readonly Hands[];
  readonly #begunAt = performance.now();

  constructor(dir: string | null, laptops: readonly Hands[]) {
    this.#dir = dir;
    this.#laptops = laptops;
  }

  /** Plays one step, and keeps a picture of what every laptop shows afterwards. A step that does not hold is written down with the reason; the meeting stops there. */
  async step(n: string, what: string, play: () => Promise<void>): Promise<void> {
    const begunAt = performance.now();
    const ms = (): number => Math.round(performance.now() - begunAt);
    try {
      await play();
      this.steps.push({ n, what, ok: true, ms: ms() });
      if (/^\d+$/.test(n)) await this.pictures(n.padStart(2, "0"));
      console.log(`✓ ${n.padEnd(4)} ${what}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.steps.push({ n, what, ok: false, ms: ms(), why });
      console.error(`✗ ${n.padEnd(4)} ${what}\n  ${why}`);
      await this.pictures(`${n}-failed`);
      throw error;
    }
  }

  /** A picture of every laptop's screen. */
  async pictures(name: string): Promise<void> {
    for (const { name: laptop, page } of this.#laptops) await this.picture(`${name}-${laptop}`, page);
  }

  async picture(name: string, page: Hands["page"]): Promise<void> {
    if (this.#dir === null) return;
    const folder = join(this.#dir, "screens");
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }

  /** Leaves a file behind, in a folder if its name has one. */
  async keep(name: string, bytes: string | Uint8Array): Promise<void> {
    if (this.#dir === null) return;
    const path = join(this.#dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }

  /** Writes `report.json`. */
  async close(facts: object): Promise<void> {
    const wallSeconds = Math.round((performance.now() - this.#begunAt) / 100) / 10;
    await this.keep("report.json", `${JSON.stringify({ steps: this.steps, ...facts, wallSeconds }, null, 2)}\n`);
  }
}
