import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page, Request } from "playwright-core";
import type Axe from "axe-core";
import { serveGallery } from "../../gallery/serve-gallery.ts";
import type { Scene } from "../../gallery/scenes.ts";
import { launchLaptop } from "../chromium.ts";

/** A laptop that looks at the gallery. */
export interface GalleryPage {
  readonly page: Page;
  /** What the browser complained about since the scene was opened. */
  readonly complaints: readonly string[];
  /** Opens one moment of the meeting at one place of the program. */
  show(scene: Scene, fragment: string): Promise<void>;
  /** What axe finds wrong on the page as it is now, one line each; or only in its colours, where all else was looked at. */
  barriers(only?: "colours"): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The meeting of the scene, whose name the page makes up. */
export const ROOM = "#/meeting/the-meeting";

/** No scene takes as long as this, however busy the machine. */
const LONGEST_SCENE_MS = 60_000;

/** Starts a browser on the gallery. */
export async function openGallery(): Promise<GalleryPage> {
  const gallery = await serveGallery();
  const laptop = await launchLaptop({ context: { viewport: { width: 1366, height: 768 }, locale: "en-GB" } });
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const { page } = laptop;
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  /** False: the network of this machine has changed, and not everything was loaded. */
  async function isShown(scene: Scene, fragment: string): Promise<boolean> {
    const dropped: string[] = [];
    const notice = (request: Request) => {
      if (request.failure()?.errorText === "net::ERR_NETWORK_CHANGED") dropped.push(request.url());
    };
    page.on("requestfailed", notice);
    complaints.length = 0;
    try {
      await page.goto("about:blank");
      await page.goto(`${gallery.address}/?scene=${scene}${fragment}`);
      const arriving = page.locator("h1").filter({ hasNotText: /^(One moment|Opening)/ });
      const since = performance.now();
      while (!(await arriving.first().isVisible())) {
        if (dropped.length > 0) return false;
        if (performance.now() - since > LONGEST_SCENE_MS) {
          const shown = await page.locator("body").innerText();
          throw new Error(`“${scene}” does not come: ${[...complaints, `it shows “${shown}”`].join("; ")}`);
        }
        await page.waitForTimeout(20);
      }
      // The record comes into view when it has found its end.
      if ((await page.locator("[data-virtuoso-scroller]").count()) > 0) {
        await page.locator("article[tabindex='0']").waitFor();
      }
      return dropped.length === 0;
    } catch (error) {
      if (dropped.length > 0) return false;
      throw error;
    } finally {
      page.off("requestfailed", notice);
    }
  }

  return {
    page,
    complaints,
    show: async (scene, fragment) => {
      // Where a network of this machine comes or goes meanwhile, Chromium drops whatever it is loading: that is loaded anew.
      while (!(await isShown(scene, fragment)));
    },
    barriers: async (only) => {
      if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
      const found = await page.evaluate(async (onlyColours) => {
        // A colour that is on its way to another is neither.
        await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        // The script that was just run puts this name on the window.
        const { axe: runner } = window as unknown as { readonly axe: typeof Axe };
        // React Aria ends every popover, outside its dialog, with a hidden way out for screen readers: the popover as a
        // whole is the place its content belongs to.
        const regionMatcher = "dialog, [role=dialog], [role=alertdialog], svg, .popover";
        runner.configure({ checks: [{ id: "region", options: { regionMatcher } }] });
        const { violations } = await runner.run({
          resultTypes: ["violations"],
          ...(onlyColours && { runOnly: ["color-contrast"] }),
        });
        return violations.map(({ id, nodes }) => ({
          id,
          where: nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`),
        }));
      }, only === "colours");
      return found.flatMap(({ id, where }) => where.map((place) => `${id}: ${place}`));
    },
    close: async () => {
      await laptop.close();
      await gallery.close();
    },
  };
}
