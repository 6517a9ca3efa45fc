import { describe, expect, it } from "vitest";
import { createKeyRing } from "../../../../../renderer/shells/browser/key-ring.ts";
import { open, seal } from "../../../../../shared/crypto/seal.ts";
import { ok } from "../../../../../shared/result.ts";
import { MemoryRingFile } from "../../../../twins/memory-ring-file.ts";

const words = new TextEncoder().encode("Dad left");

async function given(key: ReturnType<ReturnType<typeof createKeyRing>["find"]>): Promise<CryptoKey | null> {
  const found = await key;
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

async function added(ring: ReturnType<typeof createKeyRing>, name: string): Promise<CryptoKey> {
  const key = await ring.add(name);
  if (!key.ok) throw new Error(key.reason);
  return key.value;
}

describe("a ring of keys", () => {
  it("gives the key of a name again, also to the next run, and nobody can take it out", async () => {
    const file = new MemoryRingFile();
    const sealed = await seal(await added(createKeyRing(file), "meeting/1"), words);
    const again = await given(createKeyRing(file).find("meeting/1"));
    expect(again === null ? null : await open(again, sealed)).toEqual(ok(words));
    expect(again?.extractable).toBe(false);
  });

  it("makes one key for a name, also when two windows ask at once", async () => {
    const ring = createKeyRing(new MemoryRingFile());
    const [here, there] = await Promise.all([added(ring, "meeting/1"), added(ring, "meeting/1")]);
    expect(await open(there, await seal(here, words))).toEqual(ok(words));
  });

  it("has nothing left of a key that was destroyed, and all of the others", async () => {
    const file = new MemoryRingFile();
    const ring = createKeyRing(file);
    const sealed = await seal(await added(ring, "meeting/1"), words);
    await added(ring, "meeting/2");
    const slots = () => [file.bytes.subarray(0, 64), file.bytes.subarray(64, 128)].map((slot) => Array.from(slot));
    const [first = [], second = []] = slots();
    expect(await ring.destroy("meeting/1")).toEqual(ok(null));
    const [, after] = slots();
    expect(after).toEqual(second);
    expect(Buffer.from(file.bytes).includes(Buffer.from(first.slice(32)))).toBe(false);
    expect(await given(ring.find("meeting/1"))).toBeNull();
    expect(await open(await added(ring, "meeting/1"), sealed)).toEqual({ ok: false, reason: "seal-broken" });
  });

  it("uses the place of a destroyed key again, so that the file does not grow", async () => {
    const file = new MemoryRingFile();
    const ring = createKeyRing(file);
    for (let generation = 1; generation <= 20; generation += 1) {
      await added(ring, `meeting/${generation}`);
      await ring.destroy(`meeting/${generation - 1}`);
    }
    expect(file.bytes.length).toBe(2 * 64);
  });

  it("says that it is damaged when its file is gone, rather than that keys were destroyed", async () => {
    const ring = createKeyRing(new MemoryRingFile());
    expect(await ring.find("meeting/1")).toEqual({ ok: false, reason: "vault-damaged" });
  });

  it("does not mind half a slot at the end: nobody was given its key", async () => {
    const file = new MemoryRingFile();
    const ring = createKeyRing(file);
    await added(ring, "meeting/1");
    file.bytes = file.bytes.slice(0, 40);
    expect(await given(createKeyRing(file).find("meeting/1")).catch(() => null)).toBeNull();
    await added(ring, "meeting/1");
    expect(file.bytes.length).toBe(64);
  });
});
