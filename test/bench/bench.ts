import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type Served } from "../../electron/serve/serve.ts";
import { launchLaptop, type Laptop } from "../e2e/chromium.ts";
import { buildStockPage } from "./build-pages.ts";
import { addProbe } from "./probe.ts";

/** Both programs on offer, and laptops to open them on. */
export interface Bench {
  /** Whether fewer runs are wished for than the budgets are meant for. */
  readonly quick: boolean;
  /** The program as it is built and served to people. */
  readonly ours: Served;
  /** What it is compared with. Its laptops find each other through `ours.signalingUrl`, too. */
  readonly stock: Served;
  /** The files that each of the two is served from. */
  readonly files: { readonly ours: string; readonly stock: string };
  /** Starts a laptop that keeps what it is given: on `profile`, or on a new one. */
  openLaptop(profile?: string): Promise<Laptop>;
  /** A folder for one profile, empty or with a copy of another one in it. No browser may be using that one. */
  createProfile(like?: string): Promise<string>;
  /** Which Chromium the laptops have. Known once one of them was opened. */
  chromiumVersion(): string;
  closeLaptops(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Prepares both programs. `built` is the folder the program was built into; it is copied first, so that building anew
 * meanwhile changes nothing.
 */
export async function openBench({ built, quick }: { readonly built: string; readonly quick: boolean }): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-bench-"));
  const forget = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", forget);
  const files = { ours: join(folder, "ours"), stock: join(folder, "stock") };
  await Promise.all([cp(built, files.ours, { recursive: true }), buildStockPage(files.stock)]);
  const ours = await serve({ directory: files.ours, port: 0 });
  const stock = await serve({ directory: files.stock, port: 0 });
  const laptops = new Set<Laptop>();
  let profiles = 0;
  let version = "none opened";

  async function createProfile(like?: string): Promise<string> {
    profiles += 1;
    const profile = join(folder, `profile-${profiles}`);
    if (like === undefined) await mkdir(profile);
    // A browser's lock is a link to the process that held it, which is gone.
    else await cp(like, profile, { recursive: true, filter: (path) => !path.includes("/Singleton") });
    return profile;
  }

  async function closeLaptops(): Promise<void> {
    const open = [...laptops];
    laptops.clear();
    await Promise.allSettled(open.map((laptop) => laptop.close()));
  }

  return {
    quick,
    ours,
    stock,
    files,
    createProfile,
    async openLaptop(profile) {
      const laptop = await launchLaptop({
        profile: profile ?? (await createProfile()),
        context: { viewport: { width: 1366, height: 768 } },
      });
      laptops.add(laptop);
      version = laptop.context.browser()?.version() ?? version;
      await addProbe(laptop.page);
      return laptop;
    },
    chromiumVersion: () => version,
    closeLaptops,
    async close() {
      await closeLaptops();
      await Promise.all([ours.close(), stock.close()]);
      await rm(folder, { recursive: true, force: true });
      process.off("exit", forget);
    },
  };
}
