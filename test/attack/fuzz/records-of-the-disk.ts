import { createVoice, keepMeeting, keptMeetings, keptVoices } from "../../../renderer/session/keyring.ts";
import { isBehindPin } from "../../../renderer/session/pin.ts";
import { privateRecordPrefix, readPrivateNotes } from "../../../renderer/session/private-notes.ts";
import { encodeWrappedKey, LEAST_EFFORT, wrapKey } from "../../../shared/crypto/passphrase.ts";
import { createVoiceKeys } from "../../../shared/crypto/keys.ts";
import { seal } from "../../../shared/crypto/seal.ts";
import { meeting } from "../../cast/samiras-meeting.ts";
import { samira } from "../../cast/seven-voices.ts";
import { createMemoryVault } from "../../twins/memory-vault.ts";
import { mutated, mutatedJson } from "./mutate.ts";
import { broken, type Target } from "./target.ts";

const utf8 = new TextEncoder();

const shape = { utterance: "A".repeat(22), answers: null, part: null, phase: "conversation", speaker: null };
const NOTES = {
  live: true,
  draft: { ...shape, corrects: null, imagines: null, language: "ar", words: "AAAA" },
  margin: [{ id: "1", words: "Ask about the nights.", atMs: 5 }],
  pages: [{ kind: "recovery", words: "Tea, and the window open.", keep: true }],
};

/** Readers of what a device has kept, where somebody has been at its disk. */
export const recordsOfTheDisk: readonly Target[] = [
  {
    name: "records of the disk",
    share: 5,
    prepare: async (chance) => {
      const vault = await createMemoryVault();
      const key = await vault.sealingKey();
      const { pkcs8 } = await createVoiceKeys();
      const kept = { secret: "A".repeat(43), signaling: ["ws://a.example"], name: "Samira’s meeting", lastOpenedMs: 5 };
      await keepMeeting(vault, { meeting, secret: new Uint8Array(32), signaling: [], name: "", lastOpenedMs: 1 });
      return async () => {
        const record = utf8.encode(JSON.stringify(mutatedJson([kept], chance)));
        await vault.putRecord(`meeting/${meeting}`, await seal(key, record));
        await vault.putRecord(`voice/${meeting}/${samira.id}`, await seal(key, mutated([pkcs8], chance)));
        await keptMeetings(vault);
        await keptVoices(vault, meeting);
      };
    },
  },
  {
    name: "private notes",
    share: 10,
    prepare: async (chance) => {
      const vault = await createMemoryVault();
      const { voice } = await createVoice();
      return async () => {
        const json = utf8.encode(JSON.stringify(mutatedJson([NOTES, null, []], chance)));
        const record = chance.below(3) === 0 ? mutated([json], chance) : json;
        await vault.putRecord(privateRecordPrefix(meeting) + voice.id, await seal(voice.notesKey, record));
        const read = await readPrivateNotes(vault, meeting, voice);
        if (read === null || !Array.isArray(read.margin) || !Array.isArray(read.pages)) broken("notes are not read");
      };
    },
  },
  {
    name: "a key behind a PIN",
    share: 10,
    prepare: async (chance) => {
      const vault = await createMemoryVault();
      const wrapped = await wrapKey(chance.bytes(128), "4812", LEAST_EFFORT);
      if (!wrapped.ok) broken("a key is wrapped");
      const valid = [encodeWrappedKey(wrapped.value)];
      return async () => {
        const record = mutated(valid, chance);
        isBehindPin(record);
        const name = `voice/${meeting}/${samira.id}`;
        await vault.putRecord(name, await seal(await vault.sealingKey(), record));
        const kept = await keptVoices(vault, meeting);
        if (!kept.ok || kept.value.open.length > 0) broken("a voice is open without its PIN");
      };
    },
  },
];
