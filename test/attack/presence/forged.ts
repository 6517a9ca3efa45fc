import { removeAwarenessStates, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as encoding from "lib0/encoding";
import { toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../../shared/feed/ids.ts";
import { sealPresences, signPresence, type PresentVoice } from "../../../shared/meeting/presence.ts";
import { introductionFrame } from "../../../renderer/transport/fragments.ts";
import { karim, layla, stranger, type CastVoice } from "../../cast/seven-voices.ts";
import { meetingSecrets } from "../../cast/writing.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { until, type Place } from "../place.ts";
import { samirasClientId } from "../utterances/anothers-words.ts";

/** What y-webrtc says about one laptop's presence. */
export function presenceMessage(client: number, clock: number, state: unknown): Uint8Array {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  awareness.meta.set(client, { clock, lastUpdated: 0 });
  if (state !== null) awareness.states.set(client, state as Record<string, unknown>); // whatever a peer may say
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [client]));
  removeAwarenessStates(awareness, [client], "done");
  awareness.destroy();
  return encoding.toUint8Array(encoder);
}

/** Long enough for a presence to be sent, checked and shown. */
export function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}

async function presenceOf(place: Place, present: Partial<PresentVoice>, signer: CastVoice): Promise<Bytes> {
  const all: PresentVoice = { voice: karim.id, atMs: Date.now(), cursor: null, ...present };
  return sealPresences(place.thief.secrets, [await signPresence(place.thief.secrets, signer.privateKey, all)]);
}

/** Which of these voices somebody is shown who should not be. */
function wronglyPresent(place: Place, voices: readonly VoiceId[]): readonly string[] {
  return place.laptops.flatMap(({ name, session }) =>
    voices
      .filter((voice) => session.view().present.has(voice))
      .map((voice) => `${name} laptop shows ${voice} as present`),
  );
}

export const forgingPresence: readonly Attack[] = [
  inAMeeting("show someone as present who is not in the room", "P1", async (place) => {
    const elsewhere = { ...place.thief.secrets, ...(await meetingSecrets(3)) };
    const say = { voice: layla.id, atMs: Date.now(), cursor: null };
    const lies = [
      await presenceOf(place, { voice: layla.id }, karim),
      await presenceOf(place, { voice: stranger.id }, stranger),
      await sealPresences(place.thief.secrets, [await signPresence(elsewhere, layla.privateKey, say)]),
      await sealPresences(elsewhere, [await signPresence(place.thief.secrets, layla.privateKey, say)]),
    ];
    const harms: string[] = [];
    for (const [index, lie] of lies.entries()) {
      place.thief.message(presenceMessage(place.thief.client, index, { p: toBase64(lie) }));
      await aMoment();
      harms.push(...wronglyPresent(place, [layla.id, stranger.id]));
    }
    return { tried: lies.length, harms };
  }),
  inAMeeting("show another's cursor where it is not", "P1", async (place) => {
    const clientId = await samirasClientId(place);
    const cursor = { clientId, anchor: null, focus: { client: clientId, clock: 0 } };
    const lies = [
      await presenceOf(place, { voice: place.samiraId, cursor }, karim),
      await presenceOf(place, { voice: karim.id, cursor }, karim),
    ];
    const [{ session }] = place.laptops;
    const harms: string[] = [];
    for (const [index, lie] of lies.entries()) {
      place.thief.message(presenceMessage(place.thief.client, index, { p: toBase64(lie) }));
      await aMoment();
      const shown = session.summary.cursors().get(clientId);
      if (shown !== undefined) harms.push(`a cursor of ${shown.voice} under Samira’s id`);
    }
    return { tried: lies.length, harms };
  }),
  inAMeeting("make another seem to have gone", "P5", async (place, stage) => {
    const { mesh, thief, laptops, samiraId } = place;
    const [ellens, samiras] = laptops;
    await until("Samira to be seen", () => ellens.session.view().present.has(samiraId));
    const samirasLaptop = mesh.wires[1]?.doc.clientID ?? 0;
    const goodbyes = scaled(stage, 50);
    for (let count = 0; count < goodbyes; count += 1) {
      // To Ellen alone: Samira's own laptop would gainsay it.
      thief.frame(introductionFrame(samirasLaptop), thief.lines.slice(0, 1));
      thief.message(presenceMessage(samirasLaptop, 2 ** 40 + count, null), thief.lines.slice(0, 1));
    }
    await aMoment();
    for (const line of thief.lines) line.close();
    await aMoment();
    samiras.session.summary.showCursor(null);
    const harms: string[] = [];
    await until("Samira to be seen again", () => ellens.session.view().present.has(samiraId), 2000).catch(() =>
      harms.push("Ellen’s laptop shows Samira as gone"),
    );
    return { tried: goodbyes, harms };
  }),
];
