import { createVoice, keepVoice, keptMeetings, keptVoices } from "../../../renderer/session/keyring.ts";
import { createLocalVoice } from "../../../renderer/session/local-voice.ts";
import { meetingBytes } from "../../../shared/feed/entry.ts";
import type { MeetingId, UtteranceId } from "../../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../../shared/feed/write.ts";
import { unlock } from "../../../shared/meeting/secret.ts";
import { createOwnedId } from "../../../shared/meeting/owned-id.ts";
import type { Vault } from "../../../shared/shell.ts";
import { Pen, type Saying } from "../../cast/pen.ts";

/** What was put into a vault. */
export interface Filled {
  readonly meeting: string;
  readonly entries: number;
  readonly bytes: number;
  /** The last utterance, for the next ones to come after. */
  readonly last: string | null;
}

/** How many voices sit at this laptop and speak in turn. */
const VOICES = 5;
/** Utterances that are saved together. */
const BATCH = 500;

/** The voices of this laptop, each about to write a new feed. The first one is the host; it lets new ones in. */
async function seatVoices(vault: Vault, meeting: MeetingId, secrets: MeetingSecrets): Promise<readonly Pen[]> {
  const kept = await keptVoices(vault, meeting);
  if (!kept.ok) throw new Error(`the vault gave no voices: ${kept.reason}`);
  const seated = await Promise.all(kept.value.open.map((voice) => createLocalVoice(secrets.meeting, voice)));
  const writers = seated.map((voice) => new Pen(voice, secrets));
  const [host] = writers;
  if (host === undefined) throw new Error("nobody on this laptop is in the meeting");
  while (writers.length < VOICES) {
    const { voice, secrets: keys } = await createVoice();
    await keepVoice(vault, meeting, voice.id, keys);
    const writer = new Pen(await createLocalVoice(secrets.meeting, voice), secrets);
    const name = `Neighbour ${writers.length}`;
    await writer.state({
      kind: "voice-introduced",
      profile: { name, kind: "network", relation: "neighbour", colour: "blue" },
    });
    await host.state({ kind: "voice-admitted", voice: voice.id });
    writers.push(writer);
  }
  return writers;
}

/**
 * Has the voices of this laptop say these texts, in turn, in the meeting that was opened here last; no page may have it open.
 * The entries are the very ones the program makes, kept in the vault it opens. Three for each utterance: that it was begun,
 * its words, that it was said.
 */
export async function fillVault(vault: Vault, texts: readonly string[], after: string | null): Promise<Filled> {
  const meetings = await keptMeetings(vault);
  const kept = meetings.ok ? meetings.value[0] : undefined;
  if (kept === undefined) throw new Error("no meeting is kept on this laptop");
  const secrets = { meeting: meetingBytes(kept.meeting), key: (await unlock(kept.secret)).meetingKey };
  const writers = await seatVoices(vault, kept.meeting, secrets);
  // What an earlier call gave back.
  let last = after as UtteranceId | null;
  let entries = 0;
  let bytes = 0;
  for (let from = 0; from < texts.length; from += BATCH) {
    const turns = new Map<Pen, Saying[]>(writers.map((writer) => [writer, []]));
    for (const [index, text] of texts.slice(from, from + BATCH).entries()) {
      const writer = writers[(from + index) % writers.length];
      if (writer === undefined) continue;
      const utterance = createOwnedId<UtteranceId>(writer.voice.pen.mark);
      turns.get(writer)?.push({ utterance, text, after: last });
      last = utterance;
    }
    await Promise.all(
      [...turns].map(async ([writer, sayings]) => {
        for (const saying of sayings) await writer.say(saying);
      }),
    );
    const batch = writers.flatMap((writer) => writer.written.splice(0));
    const saved = await vault.append(kept.meeting, batch);
    if (!saved.ok) throw new Error(`the vault did not keep what was said: ${saved.reason}`);
    entries += batch.length;
    bytes += batch.reduce((sum, entry) => sum + entry.bytes.length, 0);
  }
  return { meeting: kept.meeting, entries, bytes, last };
}
