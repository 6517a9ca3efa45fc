import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmdirSync, statfsSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small disk of its own, in memory. */
export interface MountedDisk {
  readonly directory: string;
  /** Leaves so many bytes free, and no more. */
  fill(freeBytes: number): void;
  /** Makes room again. */
  empty(): void;
  setReadOnly(isReadOnly: boolean): void;
  unmount(): void;
}

/** Why no disk can be mounted here, or null. */
export function whyNoDisk(): string | null {
  if (process.platform !== "linux") return "only Linux has disks in memory";
  return process.getuid?.() === 0 ? null : "only root may mount a disk";
}

/** Mounts a disk of so many bytes. To be unmounted, whatever happens. */
export function mountDisk(sizeBytes: number): MountedDisk {
  const directory = mkdtempSync(join(tmpdir(), "polyphony-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeBytes}`, "tmpfs", directory]);
  const filler = join(directory, "filler");
  return {
    directory,
    fill(freeBytes) {
      const { bavail, bsize } = statfsSync(directory);
      writeFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - freeBytes)));
    },
    empty() {
      rmSync(filler, { force: true });
    },
    setReadOnly(isReadOnly) {
      execFileSync("mount", ["-o", `remount,${isReadOnly ? "ro" : "rw"}`, directory]);
    },
    unmount() {
      execFileSync("umount", ["--lazy", directory]);
      if (readdirSync(directory).length === 0) rmdirSync(directory);
    },
  };
}
