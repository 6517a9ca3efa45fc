import { no, ok, type Result } from "../../../shared/result.ts";
import type { VaultFailure } from "../../../shared/shell.ts";
import type { RingFile } from "./key-ring.ts";
import type { RingWriting, RingWritten } from "./ring-writer.ts";
import { failureOf, failureNamed } from "./transactions.ts";

/** The ring's file in the origin's own folder, which no page of another origin and no person sees. */
export function createRingFile(name: string): RingFile {
  const file = `${name}.keys`;
  return {
    async read() {
      try {
        const folder = await navigator.storage.getDirectory();
        const handle = await folder.getFileHandle(file);
        return ok(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
      } catch (error) {
        if (error instanceof DOMException && error.name === "NotFoundError") return ok(new Uint8Array(0));
        return no(failureOf(error));
      }
    },
    write: (offset, bytes) => writeInPlace({ file, parts: [{ offset, bytes }] }),
    alone: (work) => navigator.locks.request(`${name} keys`, work),
  };
}

function writeInPlace(writing: RingWriting): Promise<Result<null, VaultFailure>> {
  const worker = new Worker(new URL("./ring-writer.ts", import.meta.url), { type: "module" });
  return new Promise<Result<null, VaultFailure>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<RingWritten>) => {
      resolve(data === null ? ok(null) : no(failureNamed(data)));
    };
    worker.onerror = () => {
      resolve(no("vault-unavailable"));
    };
    worker.postMessage(writing);
  }).finally(() => {
    worker.terminate();
  });
}
