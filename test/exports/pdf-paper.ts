import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";

const run = promisify(execFile);

/** A PDF as programs see it that know nothing of us: poppler and qpdf. */
export interface PdfPaper {
  /** What `pdfinfo` says of it: `Title`, `Tagged`, `Pages`, `Page size`, `JavaScript`… */
  readonly facts: ReadonlyMap<string, string>;
  /** BCP 47; empty where it names none. */
  readonly language: string;
  /** Its bookmarks, from the first to the last. */
  readonly outline: readonly string[];
  /** The fonts of which something is missing for whoever has not got them, or reads the letters. */
  readonly foreignFonts: readonly string[];
  /** The text of its tag tree in its order: what a screen reader says. */
  readonly told: string;
  /** The text of each page, as it is seen. */
  readonly pages: readonly string[];
  /** What it could do besides being read: scripts, addresses outside of it, programs, forms. */
  readonly actions: readonly string[];
  /** The names of the files attached to it. */
  readonly attached: readonly string[];
}

interface Bookmark {
  readonly title: string;
  readonly kids: readonly Bookmark[];
}
const BookmarkSchema: v.GenericSchema<unknown, Bookmark> = v.object({
  title: v.string(),
  kids: v.array(v.lazy(() => BookmarkSchema)),
});
const QpdfSchema = v.object({
  outlines: v.array(BookmarkSchema),
  attachments: v.record(v.string(), v.unknown()),
  qpdf: v.tuple([v.unknown(), v.record(v.string(), v.unknown())]),
});

/** Reads a PDF. Rejects for one that qpdf finds anything wrong with. */
export async function readPdf(path: string): Promise<PdfPaper> {
  await run("qpdf", ["--check", path]);
  const [info, fonts, tags, text, json] = await Promise.all([
    output("pdfinfo", path),
    output("pdffonts", path),
    output("pdfinfo", "-struct-text", path),
    output("pdftotext", path, "-"),
    output("qpdf", "--json", path),
  ]);
  const { outlines, attachments, qpdf } = v.parse(QpdfSchema, JSON.parse(json));
  const dictionaries = dictionariesIn(Object.values(qpdf[1]));
  return {
    facts: new Map(info.split("\n").map((line) => [line.split(":")[0] ?? "", line.replace(/^[^:]*:\s*/u, "")])),
    language: dictionaries.map((one) => (one["/Type"] === "/Catalog" ? textOf(one["/Lang"]) : "")).join(""),
    outline: outlines.flatMap(titlesOf),
    foreignFonts: fonts
      .split("\n")
      .slice(2)
      .filter((line) => line !== "" && !/ yes (?:yes|no ) yes +\d+ +\d+$/u.test(line)),
    told: plain([...tags.matchAll(/^ *"(.*)"$/gmu)].map(([, said = ""]) => said).join("")),
    // pdftotext ends each page with a form feed.
    pages: text.split("\f").slice(0, -1).map(plain),
    actions: dictionaries.flatMap(actionsOf),
    attached: Object.keys(attachments),
  };
}

async function output(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], { maxBuffer: 256 * 1024 * 1024 });
  return stdout;
}

/** Letters as they are compared: none joined, no marks of direction, one space between words. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ");
}

function titlesOf({ title, kids }: Bookmark): readonly string[] {
  return [plain(title), ...kids.flatMap(titlesOf)];
}

type Dictionary = Readonly<Record<string, unknown>>;

function dictionariesIn(value: unknown): readonly Dictionary[] {
  if (Array.isArray(value)) return value.flatMap(dictionariesIn);
  if (typeof value !== "object" || value === null) return [];
  // What is an object and no array has names.
  const dictionary = value as Dictionary;
  return [dictionary, ...Object.values(dictionary).flatMap(dictionariesIn)];
}

/** ISO 32000-1, §12.6: what is done when something is opened or pressed. Going to another page of it is reading. */
function actionsOf(dictionary: Dictionary): readonly string[] {
  const kinds = ["/JavaScript", "/URI", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition"];
  const named = ["/JS", "/URI", "/OpenAction", "/AA", "/AcroForm", "/RichMedia", "/XFA"];
  return [
    ...kinds.filter((kind) => dictionary["/S"] === kind),
    ...named.filter((name) => dictionary[name] !== undefined),
  ];
}

/** In qpdf's JSON a text begins with `u:`. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/^u:/u, "") : "";
}
