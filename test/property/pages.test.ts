import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../shared/export/render-html.ts";
import { anyCopy, exported } from "../cast/any-copy.ts";
import { pageFaults } from "../exports/html-page.ts";

describe("whatever was said, by whomever, for whichever reader", () => {
  it("is a page that a validator finds nothing wrong with", async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, fc.boolean(), async (copy, large) => {
        expect(await pageFaults(renderHtml({ ...(await exported(copy)), large }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("is found wrong as soon as it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCopy,
        fc.constantFrom(
          ["</h1>", "</h2>"],
          ["<main", '<main id="voices"'],
          ["<title>", "<title hidden>"],
          ["</ul>", "<p></ul>"],
        ),
        async (copy, [there = "", instead = ""]) => {
          const page = renderHtml(await exported(copy));
          expect(await pageFaults(page.replace(there, instead))).not.toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});
