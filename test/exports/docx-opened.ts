import { inflateRawSync } from "node:zlib";

/** A document taken apart: its parts by their paths, each checked to be XML that any reader accepts. */
export interface OpenedDocx {
  readonly parts: ReadonlyMap<string, string>;
  readonly paragraphs: readonly DocxParagraph[];
}

export interface DocxParagraph {
  readonly style: string;
  readonly text: string;
  readonly fromRight: boolean;
  readonly runs: readonly DocxRun[];
}

export interface DocxRun {
  readonly style: string;
  readonly text: string;
  readonly fromRight: boolean;
  /** The properties of the run as they stand in the document. */
  readonly properties: string;
}

/** Opens a document as a stranger would, with nothing of the library that wrote it. Throws where it is broken. */
export function openDocx(bytes: Uint8Array): OpenedDocx {
  const parts = unzip(Buffer.from(bytes));
  for (const [path, xml] of parts) if (/\.(?:xml|rels)$/u.test(path)) checkXml(path, xml);
  const document = parts.get("word/document.xml") ?? "";
  return { parts, paragraphs: document.match(/<w:p>.*?<\/w:p>/gsu)?.map(paragraphOf) ?? [] };
}

function paragraphOf(xml: string): DocxParagraph {
  const properties = /<w:pPr>(.*?)<\/w:pPr>/su.exec(xml)?.[1] ?? "";
  const runs = (xml.match(/<w:r>.*?<\/w:r>/gsu) ?? []).map(runOf);
  return {
    style: valueOf(properties, "w:pStyle"),
    text: runs.map(({ text }) => text).join(""),
    fromRight: properties.includes("<w:bidi/>"),
    runs,
  };
}

function runOf(xml: string): DocxRun {
  const properties = /<w:rPr>(.*?)<\/w:rPr>/su.exec(xml)?.[1] ?? "";
  const pieces = xml.match(/<w:br\/>|<w:t xml:space="preserve">.*?<\/w:t>/gsu) ?? [];
  return {
    style: valueOf(properties, "w:rStyle"),
    text: pieces.map((piece) => (piece === "<w:br/>" ? "\n" : decoded(piece.replace(/<[^>]*>/gu, "")))).join(""),
    fromRight: properties.includes("<w:rtl/>"),
    properties,
  };
}

function valueOf(properties: string, element: string): string {
  return new RegExp(`<${element} w:val="([^"]*)"/>`, "u").exec(properties)?.[1] ?? "";
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll(/&apos;|&#39;/gu, "'")
    .replaceAll("&amp;", "&");
}

/** Every element closed in its order, no character that XML 1.0 forbids, no entity but its own. */
function checkXml(path: string, xml: string): void {
  const open: string[] = [];
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFC}\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(xml)) {
    throw new Error(`${path} holds what XML cannot hold`);
  }
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/u.test(piece)) throw new Error(`${path}: ${piece}`);
    if (!piece.startsWith("<") || piece.startsWith("<?") || piece.endsWith("/>")) continue;
    const name = /^<\/?([\w:]+)/u.exec(piece)?.[1] ?? "?";
    if (!piece.startsWith("</")) open.push(name);
    else if (open.pop() !== name) throw new Error(`${path}: ${piece} closes nothing`);
  }
  if (open.length > 0) throw new Error(`${path}: ${open.join(", ")} left open`);
}

/** The files of an archive (APPNOTE.TXT of PKWARE, 4.3), by its directory at the end. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    const content = method === 0 ? packed : inflateRawSync(packed);
    files.set(path, new TextDecoder("utf-8", { fatal: true }).decode(content));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
