import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { loadSealingKey, type SealingKey } from "../../../../electron/vault/sealing-key.ts";
import { createKeychain, type TwinKeychain } from "../../../twins/keychain.ts";

let directory: string;
let keychain: TwinKeychain;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "polyphony-key-"));
  keychain = createKeychain();
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

async function load(platform: NodeJS.Platform = "linux"): Promise<SealingKey> {
  const key = await loadSealingKey(directory, keychain, platform);
  if (!key.ok) throw new Error(key.reason);
  return key.value;
}

const onDisk = () => readFileSync(join(directory, "sealing-key.json"), "utf8");
const base64 = ({ bytes }: SealingKey) => Buffer.from(bytes).toString("base64");

describe("the key that seals a laptop's records", () => {
  it("is 32 bytes, the same in every run, and lies on the disk only as the keychain has wrapped it", async () => {
    const first = await load();
    expect(first.bytes.length).toBe(32);
    expect(first.protection).toBe("keychain");
    expect(onDisk()).not.toContain(base64(first));
    expect(await load()).toEqual(first);
    expect(readdirSync(directory)).toEqual(["sealing-key.json"]);
  });

  it.skipIf(process.platform === "win32")("is nobody else's to read", async () => {
    keychain.available = false;
    await load();
    expect(statSync(join(directory, "sealing-key.json")).mode & 0o777).toBe(0o600);
  });

  it("is another one on another laptop", async () => {
    const first = await load();
    rmSync(join(directory, "sealing-key.json"));
    expect(base64(await load())).not.toBe(base64(first));
  });

  it.each(["basic_text", "unknown"])(
    "is not said to be guarded by Linux's %s, and not given to it",
    async (backend) => {
      keychain.backend = backend;
      const key = await load("linux");
      expect(key.protection).toBe("none");
      expect(onDisk()).toContain(base64(key));
      expect(await load("linux")).toEqual(key);
    },
  );

  it("is guarded on other systems whatever they say of a backend that only Linux has", async () => {
    keychain.backend = "unknown";
    expect((await load("darwin")).protection).toBe("keychain");
  });

  it("is wrapped as soon as there is a keychain, and nothing is left of how it lay there", async () => {
    keychain.available = false;
    const plain = await load();
    expect(plain.protection).toBe("none");
    keychain.available = true;
    const guarded = await load();
    expect(guarded).toEqual({ bytes: plain.bytes, protection: "keychain" });
    expect(readdirSync(directory)).toEqual(["sealing-key.json"]);
    expect(onDisk()).not.toContain(base64(plain));
    expect(await load()).toEqual(guarded);
  });

  it("is wrapped anew when the keychain would wrap it differently today", async () => {
    const first = await load();
    const before = statSync(join(directory, "sealing-key.json")).ino;
    keychain.stale = true;
    expect(await load()).toEqual(first);
    expect(statSync(join(directory, "sealing-key.json")).ino).not.toBe(before);
    keychain.stale = false;
    expect(await load()).toEqual(first);
  });

  it("is not made anew while the keychain does not give it", async () => {
    const first = await load();
    keychain.locked = true;
    expect(await loadSealingKey(directory, keychain, "linux")).toEqual({ ok: false, reason: "keychain-refused" });
    keychain.locked = false;
    expect(await load()).toEqual(first);
  });

  it("is the same for two that start at the same moment for the first time", async () => {
    const [here, there] = await Promise.all([load(), load()]);
    expect(here).toEqual(there);
    expect(await load()).toEqual(here);
  });

  it.each([
    ["vault-damaged", "nonsense"],
    ["vault-damaged", JSON.stringify({ version: 1, protection: "none", key: "c2hvcnQ=" })],
    ["vault-damaged", JSON.stringify({ version: 1, protection: "somebody", key: "" })],
    ["vault-newer", JSON.stringify({ version: 2, protection: "keychain", key: "" })],
  ])("says %s, and keeps what lies there, where that is %s", async (reason, text) => {
    writeFileSync(join(directory, "sealing-key.json"), text);
    expect(await loadSealingKey(directory, keychain, "linux")).toEqual({ ok: false, reason });
    expect(onDisk()).toBe(text);
  });

  it("survives a start that was interrupted between two names for one file", async () => {
    const first = await load();
    keychain.stale = true;
    writeFileSync(join(directory, "sealing-key.json.draft"), "half of a key");
    expect(await load()).toEqual(first);
    expect(existsSync(join(directory, "sealing-key.json.draft"))).toBe(false);
  });

  it("says why where it cannot be kept", async () => {
    const nowhere = join(directory, "nowhere");
    expect(await loadSealingKey(nowhere, keychain, "linux")).toEqual({ ok: false, reason: "vault-unavailable" });
  });
});
