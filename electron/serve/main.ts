import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { HostingView } from "../../shared/shell.ts";
import { readOrganisationCertificate, sentenceOf } from "../certificate/organisation-certificate.ts";
import { openAddress } from "./open-address.ts";
import { profileFolder } from "./profile-folder.ts";
import { serve, usualPort, type Served, type ServeWish } from "./serve.ts";

/*
 * The browser shell as a program of its own:
 *   node electron/serve/main.ts --directory out/browser [--port N] [--room] [--profile DIR]
 *     [--certificate FILE --key FILE] [--no-open] [--because TEXT]
 */

const { values: wish } = parseArgs({
  allowNegative: true,
  options: {
    directory: { type: "string", default: "out/browser" },
    port: { type: "string" },
    room: { type: "boolean", default: false },
    profile: { type: "string" },
    certificate: { type: "string" },
    key: { type: "string" },
    open: { type: "boolean", default: true },
    because: { type: "string" },
  },
});

const served = await begin();
if (served !== null) {
  const opened = wish.open && (await openAddress(served.url));
  const because = wish.because === undefined ? "" : ` (${wish.because})`;
  console.log(
    `Polyphony ${opened ? "opens in your browser" : "is ready in the browser"}: ${served.url}${because}. Ctrl+C ends it.`,
  );
  if (wish.port === undefined && new URL(served.url).port !== String(usualPort)) {
    console.log(
      `The usual port, ${usualPort}, is taken: meetings kept at that address are found there, not at this one.`,
    );
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void served.close());
  sayRoom(served);
  if (wish.room && !(await served.room.openRoom()).ok) {
    refuse("Other laptops cannot come in: the port or the place for the certificate cannot be had.");
  }
}

async function begin(): Promise<Served | null> {
  const port = wish.port === undefined ? undefined : Number(wish.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    return refuse(`"${wish.port ?? ""}" is not a port: a number from 0 to 65535.`);
  }
  const certificate = await chooseCertificate();
  if (certificate === null) return null;
  try {
    return await serve({ directory: wish.directory, certificate, ...(port === undefined ? {} : { port }) });
  } catch (error) {
    return refuse(`Cannot listen there: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The organisation's certificate when one is named, else the place for our own; null when what is named does not serve. */
async function chooseCertificate(): Promise<NonNullable<ServeWish["certificate"]> | null> {
  const { certificate, key } = wish;
  if (certificate === undefined && key === undefined) {
    return { folder: join(wish.profile ?? profileFolder(process.platform, process.env, homedir()), "certificate") };
  }
  if (certificate === undefined || key === undefined) {
    return refuse("A certificate and its key are named together: --certificate FILE --key FILE.");
  }
  const files = { certificate, key };
  const read = await readOrganisationCertificate(files);
  return read.ok ? read.value : refuse(sentenceOf(read.reason, files));
}

/** Says how others come in, each time that changes. */
function sayRoom({ room }: Served): void {
  let said = "";
  room.subscribe(() => {
    const sentence = roomSentence(room.view());
    if (sentence !== said) console.log(sentence);
    said = sentence;
  });
}

function roomSentence({ isOpen, addresses, words, fingerprint }: HostingView): string {
  if (!isOpen || words === null || fingerprint === null) return "Other laptops cannot come in.";
  if (addresses.length === 0) return "Other laptops can come in as soon as this one is on a network.";
  const beginning = fingerprint.slice(0, 16).replace(/....(?=.)/g, "$& ");
  return `Other laptops in this room open ${addresses.join(" or ")} (${words}; the certificate begins with ${beginning}).`;
}

function refuse(sentence: string): null {
  console.error(sentence);
  process.exitCode = 1;
  return null;
}
