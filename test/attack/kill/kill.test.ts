import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { killWhileWriting } from "./kill-while-writing.ts";

it("what a killed program was told is kept is there, proves itself, and what it was told is gone is gone", async () => {
  const dir = await mkdtemp(join(tmpdir(), "polyphony-kill-"));
  try {
    const { killed, acknowledged, ...wrong } = await killWhileWriting({ times: 24, seed: 1, parallel: 2, dir });
    expect(wrong).toEqual({ acknowledgedLost: 0, chainsBroken: 0, halfDone: 0, notErased: 0, inTrouble: 0 });
    expect(killed).toBe(24);
    expect(acknowledged).toBeGreaterThan(500);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}, 60_000);
