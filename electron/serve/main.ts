import { parseArgs } from "node:util";

import { openAddress } from "./open-address.ts";
import { serve, usualPort, type Served } from "./serve.ts";

/*
 * The browser shell as a program of its own:
 *   node electron/serve/main.ts --directory out/browser [--port N] [--host ADDRESS] [--no-open] [--because TEXT]
 */

const { values: wish } = parseArgs({
  allowNegative: true,
  options: {
    directory: { type: "string", default: "out/browser" },
    port: { type: "string" },
    host: { type: "string" },
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
}

async function begin(): Promise<Served | null> {
  const port = wish.port === undefined ? undefined : Number(wish.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    return refuse(`"${wish.port ?? ""}" is not a port: a number from 0 to 65535.`);
  }
  try {
    return await serve({
      directory: wish.directory,
      ...(port === undefined ? {} : { port }),
      ...(wish.host === undefined ? {} : { host: wish.host }),
    });
  } catch (error) {
    return refuse(`Cannot listen there: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuse(sentence: string): null {
  console.error(sentence);
  process.exitCode = 1;
  return null;
}
