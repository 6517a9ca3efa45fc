import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
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
  return {
    page,
    complaints,
    show: async (scene, fragment) => {
      complaints.length = 0;
      await page.goto("about:blank");
      await page.goto(`${gallery.address}/?scene=${scene}${fragment}`);
      const arriving = page.locator("h1").filter({ hasNotText: /^(One moment|Opening)/ });
      await arriving
        .first()
        .waitFor()
        .catch(async (error: unknown) => {
          const shown = await page.locator("body").innerText();
          throw new Error(`“${scene}” does not come: ${[...complaints, `it shows “${shown}”`].join("; ")}`, {
            cause: error,
          });
        });
      // The record comes into view when it has found its end.
      if ((await page.locator("[data-virtuoso-scroller]").count()) > 0) {
        await page.locator("article[tabindex='0']").waitFor();
      }
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
