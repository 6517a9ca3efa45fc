import type { Bytes } from "../../shared/crypto/bytes.ts";
import { finishPdf } from "../../shared/export/pdf-attach.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { renderMarkdown } from "../../shared/export/render-markdown.ts";
import { renderText } from "../../shared/export/render-text.ts";
import type { CopyInHand } from "../session/taking-copies-wishes.ts";
import type { PaperToTake } from "./take-paper.ts";

/** The forms that are papers: a page that is printed. */
export const PAPERS = ["paper", "large-paper"] as const;
/** What any record can be taken home as besides, also while it is a draft. */
const READABLE = ["docx", "html", "markdown", "text"] as const;
/** What only an agreed record can be taken home as. */
const PROVEN = ["fhir", "proof"] as const;

export const DRAFT_FORMS = [...PAPERS, ...READABLE] as const;
export const AGREED_FORMS = [...PAPERS, ...READABLE, ...PROVEN] as const;

export type PaperForm = (typeof PAPERS)[number];
export type FileForm = (typeof PROVEN)[number] | (typeof READABLE)[number];
export type Form = FileForm | PaperForm;

const TYPES: Readonly<Record<FileForm, readonly [ending: string, mediaType: string]>> = {
  docx: ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  html: ["html", "text/html"],
  markdown: ["md", "text/markdown"],
  text: ["txt", "text/plain"],
  fhir: ["fhir.json", "application/fhir+json"],
  proof: ["polyphony", "application/vnd.polyphony+json"],
};

/** What a file of this form ends with, and what it is. */
export function typeOf(form: FileForm): { readonly ending: string; readonly mediaType: string } {
  const [ending, mediaType] = TYPES[form];
  return { ending, mediaType };
}

/** A record to be made a file of; what proves it is there for an agreed one, and for no other. */
export interface Making {
  readonly record: ExportRecord;
  readonly proof: CopyInHand | null;
}

/** The bytes of a file. The libraries behind it come when they are needed. */
export async function fileOf(form: FileForm, { record, proof }: Making): Promise<Bytes> {
  switch (form) {
    case "docx": {
      const { renderDocx } = await import("../../shared/export/render-docx.ts");
      return renderDocx(record);
    }
    case "fhir": {
      const { renderFhir } = await import("../../shared/export/render-fhir.ts");
      return encoded(await renderFhir(record));
    }
    case "html":
      return proof === null ? encoded(renderHtml(record)) : proof.sealHtml(renderHtml(record, proof.bundle));
    case "markdown":
      return encoded(renderMarkdown(record));
    case "text":
      return encoded(renderText(record));
    case "proof":
      if (proof === null) throw new Error("only an agreed record has a proof");
      return encoded(proof.bundle);
  }
}

/** The page of a paper, and what is put into the PDF that an engine makes of it: for an agreed record its proof and a seal. */
export function paperOf(form: PaperForm, { record, proof }: Making): Pick<PaperToTake, "finish" | "html" | "title"> {
  const { name } = record.proposed.revision;
  const { language, agreedMark, draftMark } = record.strings;
  const title = name === "" ? (proof === null ? draftMark : agreedMark) : name;
  return {
    title,
    html: renderHtml({ ...record, large: form === "large-paper" }),
    finish: async (pdf) => {
      const finished = await finishPdf(pdf, { title, language, bundle: proof?.bundle ?? null });
      return proof === null ? finished : proof.sealPdf(finished);
    },
  };
}

function encoded(text: string): Bytes {
  return new TextEncoder().encode(text);
}
