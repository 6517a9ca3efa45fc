import { beforeEach, describe, expect, it } from "vitest";
import {
  changePin,
  createVoice,
  keepMeeting,
  keepVoice,
  keptMeetings,
  keptVoices,
  openVoice,
} from "../../../../renderer/session/keyring.ts";
import { readPublicKey, sign, verifySignature } from "../../../../shared/crypto/keys.ts";
import { openSealedTo, sealTo } from "../../../../shared/crypto/sealed-to.ts";
import { open } from "../../../../shared/crypto/seal.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";
import { createMemoryVault, type MemoryVault } from "../../../twins/memory-vault.ts";
import { recordsKept } from "../../../twins/what-is-kept.ts";

const kept = {
  meeting,
  secret: new Uint8Array(32).fill(7),
  signaling: ["ws://127.0.0.1:4444/signaling"],
  name: "Samira’s meeting",
  lastOpenedMs: 1_700_000_000_000,
};
const words = new TextEncoder().encode("I want to sleep.");

let vault: MemoryVault;
beforeEach(async () => {
  vault = await createMemoryVault();
});

describe("what this laptop keeps about a meeting", () => {
  it("is found again as it was", async () => {
    expect(await keepMeeting(vault, kept)).toEqual({ ok: true, value: null });
    expect(await keptMeetings(vault)).toEqual({ ok: true, value: [kept] });
  });

  it("lies sealed: neither its secret nor its name is to be read on the disk", async () => {
    await keepMeeting(vault, kept);
    const [record] = await recordsKept(vault, "meeting/");
    const bytes = Buffer.from(record?.sealed ?? []);
    expect(bytes.includes(Buffer.from(kept.secret))).toBe(false);
    expect(bytes.toString("latin1")).not.toMatch(/Samira|signaling|BwcHBwcH/);
  });

  it("is left out and left alone where it cannot be read any more", async () => {
    await keepMeeting(vault, kept);
    await vault.putRecord("meeting/damaged", new Uint8Array(40));
    expect(await keptMeetings(vault)).toEqual({ ok: true, value: [kept] });
    expect(await recordsKept(vault, "meeting/")).toHaveLength(2);
  });
});

describe("a voice's key", () => {
  it("is kept sealed, wiped from memory, and signs as the same voice in the next run", async () => {
    const { voice, secrets } = await createVoice();
    const kept = secrets.slice();
    await keepVoice(vault, meeting, voice.id, secrets);
    expect(secrets.every((byte) => byte === 0)).toBe(true);
    const [record] = await recordsKept(vault, "voice/");
    expect(Buffer.from(record?.sealed ?? []).includes(Buffer.from(kept.slice(-32)))).toBe(false);

    const voices = await keptVoices(vault, meeting);
    const again = voices.ok ? voices.value.open[0] : undefined;
    if (again === undefined) throw new Error("the voice was kept");
    expect(again.id).toBe(voice.id);
    expect(again.keys.privateKey.extractable).toBe(false);
    expect(again.receiving.privateKey.extractable).toBe(false);
    const sealed = await sealTo(voice.receiving.publicKey, "a test", words);
    expect(await openSealedTo(again.receiving, "a test", sealed)).toEqual({ ok: true, value: words });
    const signature = await sign(again.keys.privateKey, words);
    expect(await verifySignature(await readPublicKey(voice.keys.publicKey), signature, words)).toBe(true);
  });

  it("is not wanted back as another voice's, nor from another meeting", async () => {
    const { voice, secrets } = await createVoice();
    await keepVoice(vault, meeting, voice.id, secrets);
    expect(await keptVoices(vault, "another" as typeof meeting)).toEqual({ ok: true, value: { open: [], locked: [] } }); // any text
    await vault.putRecord(`voice/${meeting}/did:key:nobody`, new Uint8Array(40));
    expect(await keptVoices(vault, meeting)).toMatchObject({ value: { open: [{ id: voice.id }], locked: [] } });
  });
});

describe("a voice with a PIN", () => {
  const keep = async (pin: string | null) => {
    const { voice, secrets } = await createVoice();
    const copy = secrets.slice();
    expect(await keepVoice(vault, meeting, voice.id, secrets, pin)).toEqual({ ok: true, value: null });
    return { voice, secrets: copy };
  };

  it("is known without it, and has no key in memory", async () => {
    const { voice } = await keep("2468");
    expect(await keptVoices(vault, meeting)).toEqual({ ok: true, value: { open: [], locked: [voice.id] } });
  });

  it("comes in by its PIN and by no other, in whatever letters it is", async () => {
    const { voice } = await keep("قهوة صباح");
    for (const pin of ["", "2468", "قهوة", null]) {
      expect(await openVoice(vault, meeting, voice.id, pin)).toEqual({ ok: false, reason: "pin-wrong" });
    }
    const opened = await openVoice(vault, meeting, voice.id, "قهوة صباح");
    if (!opened.ok) throw new Error(opened.reason);
    const signature = await sign(opened.value.keys.privateKey, words);
    expect(await verifySignature(await readPublicKey(voice.keys.publicKey), signature, words)).toBe(true);
    expect(opened.value.notesKey.extractable).toBe(false);
  });

  it("lies under the PIN also for whoever opens the vault's own seal", async () => {
    const { voice, secrets } = await keep("2468");
    const [record] = await recordsKept(vault, `voice/${meeting}/${voice.id}`);
    const opened = await open(await vault.sealingKey(), record?.sealed ?? new Uint8Array());
    if (!opened.ok) throw new Error("the vault's key opens what it has sealed");
    const kept = Buffer.from(opened.value);
    const [receiving, signing] = [secrets.slice(32, 80), secrets.slice(80)];
    for (const key of [receiving, signing]) {
      expect(kept.includes(Buffer.from(key.slice(-32)))).toBe(false);
      expect(kept.toString("latin1")).not.toContain(Buffer.from(key.slice(-32)).toString("base64url"));
    }
  });

  it("changes it and takes it away only with the one that holds", async () => {
    const { voice } = await keep(null);
    const change = (present: string | null, next: string | null) =>
      changePin(vault, meeting, voice.id, { present, next });
    expect(await change(null, "123")).toEqual({ ok: false, reason: "pin-too-short" });
    expect(await change(null, "2468")).toEqual({ ok: true, value: null });
    expect(await change(null, "1357")).toEqual({ ok: false, reason: "pin-wrong" });
    expect(await change("1357", null)).toEqual({ ok: false, reason: "pin-wrong" });
    expect(await change("2468", "1357")).toEqual({ ok: true, value: null });
    expect(await openVoice(vault, meeting, voice.id, "2468")).toEqual({ ok: false, reason: "pin-wrong" });
    expect(await change("1357", null)).toEqual({ ok: true, value: null });
    expect(await keptVoices(vault, meeting)).toMatchObject({ value: { open: [{ id: voice.id }], locked: [] } });
  });

  it("stays as it was where the vault could not keep the change", async () => {
    const { voice } = await keep("2468");
    vault.failWith = "vault-full";
    const change = { present: "2468", next: "1357" };
    expect(await changePin(vault, meeting, voice.id, change)).toEqual({ ok: false, reason: "vault-full" });
    vault.failWith = null;
    expect(await openVoice(vault, meeting, voice.id, "2468")).toMatchObject({ ok: true });
  });

  it("is left out and left alone where its record is no voice", async () => {
    const { voice } = await keep("2468");
    await vault.putRecord(`voice/${meeting}/${voice.id}`, new Uint8Array(40));
    expect(await keptVoices(vault, meeting)).toEqual({ ok: true, value: { open: [], locked: [] } });
    expect(await openVoice(vault, meeting, voice.id, "2468")).toEqual({ ok: false, reason: "vault-damaged" });
  });
});
