import { PDFDocument, PDFName } from "pdf-lib";
import { expect, test } from "vitest";

import { withTitle } from "../../../../electron/paper/titled-pdf.ts";

test("a paper gets its title and keeps everything else", async () => {
  const plain = await PDFDocument.create();
  plain.setLanguage("ar");
  plain.addPage([595, 842]);
  const titled = await PDFDocument.load(await withTitle(await plain.save(), "ما قيل يوم الخميس"));
  expect(titled.getTitle()).toBe("ما قيل يوم الخميس");
  expect(titled.getPageCount()).toBe(1);
  expect(String(titled.catalog.get(PDFName.of("Lang")))).toBe("(ar)");
});
