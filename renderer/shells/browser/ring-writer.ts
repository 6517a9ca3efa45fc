/** What the worker is asked: bytes to be put at places of a file of this origin. */
export interface RingWriting {
  readonly file: string;
  readonly parts: readonly { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/** Null when the bytes are on the disk, else the name of what went wrong. */
export type RingWritten = string | null;

/** What only a worker is given, and what the types for pages therefore leave out (File System Standard, §2.6). */
declare global {
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<{
      write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
      flush(): void;
      close(): void;
    }>;
  }
}

/**
 * A worker of a few milliseconds: a page may change a file in place, and know that the disk has it, only from a worker.
 * Every other way writes a copy and leaves the old bytes to whoever reads the disk.
 */
async function writeInPlace({ file, parts }: RingWriting): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(file, { create: true });
  const access = await handle.createSyncAccessHandle();
  try {
    for (const { offset, bytes } of parts) {
      if (access.write(bytes, { at: offset }) !== bytes.length) throw new DOMException("no room", "QuotaExceededError");
    }
    access.flush();
  } finally {
    access.close();
  }
}

self.onmessage = ({ data }: MessageEvent<RingWriting>) => {
  writeInPlace(data).then(
    () => {
      self.postMessage(null satisfies RingWritten);
    },
    (error: unknown) => {
      self.postMessage((error instanceof Error ? error.name : "UnknownError") satisfies RingWritten);
    },
  );
};
