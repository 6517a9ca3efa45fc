import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

/**
 * One laptop of a meeting: a Chromium process of its own. Pages of one process could also talk over
 * BroadcastChannel; separate processes have nothing but the network.
 */
export interface Laptop {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The operating system's id of the browser, to be killed without warning. */
  readonly pid: number;
  /** Closes the browser. Safe to call when it is dead already. */
  close(): Promise<void>;
}

/** How a laptop is to be started. */
export interface LaptopWish {
  /** A folder that keeps this laptop's storage beyond its browser; without it the laptop forgets everything. */
  readonly profile?: string;
  readonly headless?: boolean;
  /** A program to start instead of the Chromium found, for instance one that enters a network namespace first. */
  readonly executable?: string;
  readonly context?: BrowserContextOptions;
  /** As a person's own: nothing is granted, and it reaches nobody by the loopback interface. */
  readonly isPlain?: boolean;
  readonly args?: readonly string[];
}

const QUIET_FLAGS = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/**
 * What lets two browsers of one machine reach each other with no network at all. A page that may not use the
 * microphone gets candidates only for the interface of the default route, and none where there is no such route;
 * Chromium leaves the loopback interface out unless told otherwise. Both are needed: neither alone is enough.
 */
const LOOPBACK_FLAGS = ["--allow-loopback-in-peer-connection"];
const LOOPBACK_PERMISSIONS = ["microphone", "local-network-access"];

/** How long a page is waited for where nothing else is said: a busy machine takes its time. */
const PATIENCE_MS = 60_000;

/** Where Chromium is: what the tests were told, else on the PATH, else what playwright-core has installed itself. */
export function findChromium(): string {
  const told = process.env["POLYPHONY_BROWSER"];
  if (told !== undefined && told !== "") return told;
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of names) {
    for (const folder of folders) {
      const candidate = join(folder, name);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // Not in this folder: the next one may have it.
      }
    }
  }
  return chromium.executablePath();
}

/** Starts a laptop with one empty page. */
export async function launchLaptop(wish: LaptopWish = {}): Promise<Laptop> {
  const launch = {
    executablePath: wish.executable ?? findChromium(),
    headless: wish.headless ?? true,
    args: [...QUIET_FLAGS, ...(wish.isPlain ? [] : LOOPBACK_FLAGS), ...(wish.args ?? [])],
    // Whatever language this machine is set to: without one, Chromium can give a file no name that is not ASCII.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    // A test that is interrupted takes its own laptops down through its hooks.
    handleSIGHUP: false,
  };
  const permissions = [...(wish.isPlain ? [] : LOOPBACK_PERMISSIONS), ...(wish.context?.permissions ?? [])];
  const options = { ...wish.context, permissions };

  if (wish.profile !== undefined) {
    const context = await chromium.launchPersistentContext(wish.profile, { ...launch, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = context.pages()[0] ?? (await context.newPage());
    return { context, page, pid: await browserPid(context), close: () => context.close() };
  }
  const browser: Browser = await chromium.launch(launch);
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  return { context, page, pid: await browserPid(context), close: () => browser.close() };
}

async function browserPid(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error("This Chromium cannot say which process it is.");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const main = processInfo.find((process) => process.type === "browser");
  if (main === undefined) throw new Error("This Chromium does not list its own process.");
  return main.id;
}
