import { beforeAll, describe, expect, it } from "vitest";
import { createNoteOpener, sealNote } from "../../../../renderer/transport/seal-note.ts";
import type { Note } from "../../../../renderer/transport/signaling-note.ts";

const NOTE: Note = { type: "announce", from: "11111111-0000-4000-8000-000000000000", with: [] };

let key: CryptoKey;
let otherKey: CryptoKey;

const makeKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

beforeAll(async () => {
  key = await makeKey();
  otherKey = await makeKey();
});

describe("A sealed note", () => {
  it("is opened by whoever has the meeting's key, and says nothing to the server", async () => {
    const sealed = await sealNote(NOTE, "meeting", key);
    expect(atob(sealed)).not.toContain("announce");
    expect(await createNoteOpener("meeting", key)(sealed)).toEqual(NOTE);
  });

  it("opens only once, so that a server cannot play it again", async () => {
    const open = createNoteOpener("meeting", key);
    const sealed = await sealNote(NOTE, "meeting", key);
    expect(await open(sealed)).toEqual(NOTE);
    expect(await open(sealed)).toBeNull();
  });

  it("opens neither with another key nor in another room", async () => {
    const sealed = await sealNote(NOTE, "meeting", key);
    expect(await createNoteOpener("meeting", otherKey)(sealed)).toBeNull();
    expect(await createNoteOpener("lobby", key)(sealed)).toBeNull();
  });

  it.each([
    ["nothing", undefined],
    ["no text", { type: "announce" }],
    ["no base64", "&%$"],
    ["too short", "AAAA"],
    ["empty", ""],
    ["noise", btoa("x".repeat(100))],
  ])("is not taken from data that is %s", async (_, data) => {
    expect(await createNoteOpener("meeting", key)(data)).toBeNull();
  });

  it("is refused when what was sealed is no note", async () => {
    for (const content of [null, {}, { ...NOTE, from: "Karim" }, { ...NOTE, with: ["x"] }, { type: "signal" }]) {
      // Somebody with the key and a modified program may seal anything.
      const sealed = await sealNote(content as Note, "meeting", key);
      expect(await createNoteOpener("meeting", key)(sealed)).toBeNull();
    }
  });
});
