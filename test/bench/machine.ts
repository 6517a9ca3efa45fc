import { readFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, release, totalmem, type as systemName } from "node:os";

/** What the numbers were measured on. `loadBefore`: how many programs wanted to run in the minute before. */
export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly loadBefore: number;
}

/** This machine, now. */
export function describeMachine(): Machine {
  return {
    system: `${systemName()} ${release()}`,
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0] ?? 0,
  };
}

const MEASURED_PACKAGES = ["yjs", "y-webrtc", "lexical", "@lexical/react", "@lexical/yjs", "react"];

/** The versions of everything that takes part, as installed. */
export async function installedVersions(chromium: string): Promise<Readonly<Record<string, string>>> {
  const packages = await Promise.all(
    MEASURED_PACKAGES.map(async (name) => [name, await versionOf(`../../node_modules/${name}/package.json`)] as const),
  );
  return {
    polyphony: await versionOf("../../package.json"),
    node: process.versions.node,
    chromium,
    ...Object.fromEntries(packages),
  };
}

async function versionOf(path: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));
  if (typeof description !== "object" || description === null || !("version" in description)) return "unknown";
  return String(description.version);
}
