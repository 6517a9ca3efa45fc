import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { exportStrings } from "../../../../renderer/export/export-strings.ts";
import { AGREED_FORMS, DRAFT_FORMS, fileOf, PAPERS, paperOf, typeOf } from "../../../../renderer/export/forms.ts";
import { createMessages } from "../../../../renderer/i18n/messages.ts";
import type { CopyInHand } from "../../../../renderer/session/taking-copies-wishes.ts";
import type { ExportRecord } from "../../../../shared/export/record.ts";
import { sealHtml, sealPdf } from "../../../../shared/export/seal.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { fileEndings } from "../../../../shared/ipc.ts";
import { bundleFor, ellensSeal, gp, proven } from "../../../cast/proven.ts";

const strings = exportStrings(createMessages());
const record: ExportRecord = { standing: "agreed", proposed: proven, reader: gp, strings };
const draft: ExportRecord = {
  ...record,
  standing: "draft",
  proposed: { ...proven, answers: new Map() },
};
const proof: CopyInHand = {
  bundle: await bundleFor(gp),
  sealHtml: (html) => sealHtml(html, ellensSeal),
  sealPdf: (pdf) => sealPdf(pdf, ellensSeal),
};

const isPaper = (form: (typeof AGREED_FORMS)[number]): form is (typeof PAPERS)[number] =>
  PAPERS.some((one) => one === form);

async function somePdf() {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return new Uint8Array(await pdf.save());
}

describe("what a record is taken home as", () => {
  it.each(AGREED_FORMS.flatMap((form) => (isPaper(form) ? [] : [form])))(
    "as agreed it names nobody otherwise than for its reader: %s",
    async (form) => {
      const bytes = await fileOf(form, { record, proof });
      expect(bytes.length).toBeGreaterThan(500);
      const text = new TextDecoder().decode(bytes);
      if (form !== "docx") expect(text).toContain("Samira’s brother");
      expect(text).not.toContain("Karim");
      const { ending, mediaType } = typeOf(form);
      // The desktop shell hands nothing else out.
      expect(Object.entries(fileEndings).some(([type, end]) => type === mediaType && ending.endsWith(end))).toBe(true);
    },
  );

  it.each(["html", "proof"] as const)("carries what proves it: %s", async (form) => {
    expect(await verifyFile(await fileOf(form, { record, proof }))).toMatchObject({ ok: true, reader: "Dr Brandt" });
  });

  it.each(PAPERS)("carries it on paper too: %s", async (form) => {
    const paper = paperOf(form, { record, proof });
    expect(paper.title).toBe("Samira’s meeting");
    expect(paper.html).not.toContain("base64");
    const verified = await verifyFile(await paper.finish(await somePdf()));
    expect(verified).toMatchObject({ ok: true, form: "pdf", reader: "Dr Brandt" });
  });

  it.each(DRAFT_FORMS.flatMap((form) => (isPaper(form) || form === "docx" ? [] : [form])))(
    "as a draft it says that it is one, and proves nothing: %s",
    async (form) => {
      const bytes = await fileOf(form, { record: draft, proof: null });
      expect(new TextDecoder().decode(bytes)).toContain("This is a draft.");
      expect((await verifyFile(bytes)).ok).toBe(false);
    },
  );

  it("never as agreed what is not", async () => {
    const asAgreed = { ...draft, standing: "agreed" } as const;
    for (const form of AGREED_FORMS) {
      if (isPaper(form)) expect(() => paperOf(form, { record: asAgreed, proof: null })).toThrow();
      else await expect(fileOf(form, { record: asAgreed, proof: null })).rejects.toThrow();
    }
  });
});
