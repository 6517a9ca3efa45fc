import type { PDFDocument } from "pdf-lib";
import type { Bytes } from "../crypto/bytes.ts";
import { beginsLikeABundle } from "./bundle-inside.ts";
import { bundleFileName } from "./bundle-shape.ts";
import { plainLine } from "./plain-words.ts";

/** What a printed PDF is told about itself, and the bundle it carries, if it proves an agreed record. */
export interface PaperFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly bundle: string | null;
}

/**
 * The same PDF with its title, which Chromium leaves out and which a reader's window and a screen reader call the paper,
 * its language, and the bundle attached (ISO 32000-2, associated files). Tags and outline stay as they are; a
 * bundle that was attached before gives way to this one. Rejects for bytes that are no PDF, a locked one, or
 * one without a page.
 */
export async function finishPdf(pdf: Uint8Array, { title, language, bundle }: PaperFacts): Promise<Bytes> {
  // Only when a paper is made: it is a large library.
  const { PDFDocument } = await import("pdf-lib");
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  // One would be added to it, and nobody has printed that.
  if (document.getPageCount() === 0) throw new Error("a paper has at least one page");
  document.setTitle(plainLine(title), { showInWindowTitleBar: true });
  document.setLanguage(language);
  if (bundle !== null) await attach(document, bundle, bundleFileName(title));
  return new Uint8Array(await document.save());
}

/**
 * Attaches a bundle as plain bytes, which pdf-lib's own way would compress: so a verifier finds it without unpacking
 * anything that a stranger has packed.
 */
async function attach(document: PDFDocument, bundle: string, name: string): Promise<void> {
  const { PDFDict, PDFHexString, PDFName, PDFRawStream } = await import("pdf-lib");
  const { context, catalog } = document;
  for (const [place, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && beginsLikeABundle(new Uint8Array(object.contents))) context.delete(place);
  }
  const bytes = new TextEncoder().encode(bundle);
  const file = context.register(
    context.stream(bytes, { Type: "EmbeddedFile", Subtype: "application/json", Params: { Size: bytes.length } }),
  );
  const specification = context.register(
    context.obj({
      Type: "Filespec",
      F: PDFHexString.fromText(name),
      UF: PDFHexString.fromText(name),
      EF: { F: file, UF: file },
      AFRelationship: "Data",
    }),
  );
  const attached = context.obj({ Names: [PDFHexString.fromText(name), specification] });
  const names = catalog.lookup(PDFName.of("Names"));
  if (names === undefined) catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: attached }));
  else catalog.lookup(PDFName.of("Names"), PDFDict).set(PDFName.of("EmbeddedFiles"), attached);
  catalog.set(PDFName.of("AF"), context.obj([specification]));
}
