import type { Bytes } from "../../shared/crypto/bytes.ts";
import { ok } from "../../shared/result.ts";
import type { RingFile } from "../../renderer/shells/browser/key-ring.ts";

/** The file of a key ring, in memory: for the browser's vault beside a browser. One after the other, as the browser has it. */
export class MemoryRingFile implements RingFile {
  bytes: Bytes = new Uint8Array(0);
  #before: Promise<unknown> = Promise.resolve();

  read = () => Promise.resolve(ok(this.bytes.slice()));

  write = (offset: number, bytes: Bytes) => {
    const grown = new Uint8Array(Math.max(this.bytes.length, offset + bytes.length));
    grown.set(this.bytes);
    grown.set(bytes, offset);
    this.bytes = grown;
    return Promise.resolve(ok(null));
  };

  alone = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = this.#before.then(work);
    this.#before = done.catch(() => undefined);
    return done;
  };
}
