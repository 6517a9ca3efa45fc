import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderFhir } from "../../shared/export/render-fhir.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { exportStrings as strings } from "../cast/export-strings.ts";
import { hostileWords } from "../cast/hostile-words.ts";
import { agreedByAll, recordSaying } from "../cast/records.ts";
import { gp, proven } from "../cast/proven.ts";
import { samira } from "../cast/seven-voices.ts";
import { narratives } from "../exports/fhir-document.ts";
import { pageFaults } from "../exports/html-page.ts";
import { launchLaptop, type Laptop } from "./chromium.ts";

let laptop: Laptop;
beforeAll(async () => {
  laptop = await launchLaptop();
});
afterAll(async () => {
  await laptop.close();
});

const agreed = { standing: "agreed", reader: "network", proposed: agreedByAll, strings } as const;
const letters = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";

describe.each([
  ["an agreed record", agreed],
  ["a draft", { ...agreed, standing: "draft" as const }],
  ["the GP’s copy", { ...agreed, proposed: proven, reader: gp }],
  ["a record to which one has said yes aloud", { ...agreed, proposed: proven }],
  ["a record in large print", { ...agreed, large: true }],
  [
    "a record in a language from right to left",
    { ...agreed, strings: { ...strings, language: "ar", direction: "rtl" as const } },
  ],
  ["a record of long words", recordSaying(letters, strings)],
])("the page of %s", (_what, record) => {
  it("has nothing that a validator or a screen reader stumbles over", async () => {
    const html = renderHtml(record);
    expect(await pageFaults(html)).toEqual([]);
    const page = await laptop.context.newPage();
    await page.setContent(html);
    // The page's own policy allows no script; axe is brought in from outside it.
    const violations = await page.evaluate(
      `${axe.source}; axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  it("is read without moving it sideways in a narrow window, and at twice its size", async () => {
    const page = await laptop.context.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.setContent(renderHtml(record));
    const tooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await tooWide()).toBe(0);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.addStyleTag({ content: ":root { font-size: 200% }" });
    expect(await tooWide()).toBe(0);
    await page.close();
  });
});

describe("the page", () => {
  it("says each answer’s question where its link leads", async () => {
    await laptop.page.setContent(renderHtml(agreed));
    const link = laptop.page.getByRole("link", { name: "Tomas (6)" });
    const target = await link.getAttribute("href");
    expect(await laptop.page.locator(target ?? "?").textContent()).toContain("What if someone checked it with her?");
    expect(await laptop.page.getByText("بنتي تعبانة.").evaluate((said) => getComputedStyle(said).direction)).toBe(
      "rtl",
    );
  });

  it("is named after the meeting", async () => {
    await laptop.page.setContent(renderHtml(agreed));
    expect(await laptop.page.title()).toBe("Samira’s meeting");
    expect(await laptop.page.getByRole("heading", { level: 1 }).textContent()).toContain(samira.profile.name);
  });
});

describe("words that look like markup", () => {
  it("are shown as words on a page, and nothing is built of them", async () => {
    const page = await laptop.context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => asked.push("a dialog")));
    const shape = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll("*"), (element) =>
          [element.tagName, ...element.getAttributeNames()].join(" "),
        ),
      );
    await page.setContent(renderHtml(recordSaying("a harmless word", strings)));
    const harmless = await shape();
    for (const words of hostileWords) {
      // Without its policy, so that it is the escaping that is looked at.
      const html = renderHtml(recordSaying(words, strings)).replace(
        /<meta http-equiv="Content-Security-Policy"[^>]*>/u,
        "",
      );
      await page.setContent(html);
      expect(await shape()).toEqual(harmless.filter((element) => !element.startsWith("META http-equiv")));
      const seen = words.replace(
        /[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\p{Surrogate}\s]/gu,
        "",
      );
      const shown = await page.locator("#u1 .said").nth(1).textContent();
      expect(shown?.replace(/[\s\p{Surrogate}\ufffd]/gu, "")).toBe(seen.repeat(3));
    }
    expect(asked).toEqual([]);
    await page.close();
  });

  it("are words in the narratives of a health record, which a browser reads as XML", async () => {
    const page = await laptop.context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => asked.push("a dialog")));
    // Once as XML, and once put into a page as a careless system would.
    const shapesOf = (divs: readonly string[]) =>
      page.evaluate(
        (all) =>
          all.map((div) => {
            const xml = new DOMParser().parseFromString(div, "application/xhtml+xml");
            document.body.innerHTML = div;
            return [xml.documentElement, ...document.body.children].map((root) =>
              [root, ...root.querySelectorAll("*")]
                // Lines of words are elements here.
                .filter(({ localName }) => localName !== "br")
                .map((element) => [element.localName, ...element.getAttributeNames()].join(" ")),
            );
          }),
        divs,
      );
    const harmless = await shapesOf(narratives(JSON.parse(await renderFhir(recordSaying("a harmless word", strings)))));
    expect(harmless.length).toBeGreaterThan(10);
    for (const words of hostileWords) {
      const divs = narratives(JSON.parse(await renderFhir(recordSaying(words, strings))));
      expect(await shapesOf(divs)).toEqual(harmless);
    }
    expect(asked).toEqual([]);
    await page.close();
  });
});
