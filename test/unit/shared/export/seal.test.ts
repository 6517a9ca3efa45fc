import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { sealHtml, sealPdf } from "../../../../shared/export/seal.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { bundleFor, ellensSeal, gp, pageFor, proven } from "../../../cast/proven.ts";
import { okafor, stranger } from "../../../cast/seven-voices.ts";

const page = await pageFor(gp);
const text = new TextDecoder().decode(page);
const faultsOf = async (changed: string) => (await verifyFile(new TextEncoder().encode(changed))).faults;
const record = { standing: "agreed", proposed: proven, reader: gp, strings } as const;

describe("a sealed page", () => {
  it("holds", async () => {
    expect(await verifyFile(page)).toMatchObject({ ok: true, form: "html", reader: "Dr Brandt", faults: [] });
  });

  it("runs nothing, and has the names of this reader’s copy alone", () => {
    expect(text).not.toMatch(/<script/i);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toContain("Karim");
  });

  it("tells a changed word on the page from one in the record", async () => {
    expect(await faultsOf(text.replace("Five nights", "Ten nights"))).toEqual([{ part: "file", why: "changed" }]);
  });

  it("is not a page without its seal, nor one with something behind it", async () => {
    expect(await faultsOf(text.slice(0, text.lastIndexOf("<!--")))).toEqual([{ part: "seal", why: "missing" }]);
    expect(await faultsOf(`${text} `)).toEqual([{ part: "seal", why: "missing" }]);
    expect(await faultsOf(`${text}${text.slice(text.lastIndexOf("<!--"))}`)).toEqual([
      { part: "file", why: "changed" },
    ]);
  });

  it.each([
    ["Dr Okafor, who did not take it along", okafor],
    ["a stranger", stranger],
  ])("is not sealed by %s", async (_who, sealedBy) => {
    const html = renderHtml(record, await bundleFor(gp));
    const sealed = await sealHtml(html.replace("Five nights", "Ten nights"), { ...ellensSeal, sealedBy });
    expect((await verifyFile(sealed)).faults).toEqual([{ part: "seal", why: "not-theirs" }]);
  });

  it("carries one bundle, not two", async () => {
    const html = renderHtml(record, await bundleFor(gp));
    const sealed = await sealHtml(`${html}${html}`, ellensSeal);
    expect((await verifyFile(sealed)).ok).toBe(false);
  });
});

it("says of a page that carries no proof that it carries none", async () => {
  expect(await faultsOf(renderHtml(record))).toEqual([{ part: "file", why: "no-proof" }]);
});

it.each([
  ["", "not-known"],
  ["a text", "not-known"],
  ["%PDF-1.7\n%%EOF", "no-proof"],
  ["<p>", "no-proof"],
  ["{", "unreadable"],
])("says of %j that it is %s", async (content, why) => {
  expect(await faultsOf(content)).toEqual([{ part: "file", why }]);
});

it("seals only what ends like a PDF", async () => {
  await expect(sealPdf(new TextEncoder().encode("%PDF-1.7"), ellensSeal)).rejects.toThrow();
});
