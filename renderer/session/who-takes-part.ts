import { base64urlnopad } from "@scure/base";
import { draftRevisions } from "../../shared/consent/final.ts";
import { randomBytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Arrival } from "./door-visit.ts";
import { createVoice, keepVoice } from "./keyring.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import { createLocalVoice } from "./local-voice.ts";
import type { MeetingSession, Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";
import { isPinRefusal } from "./pin.ts";

type WhoTakesPart = Pick<
  MeetingSession,
  | "admit"
  | "changeDoor"
  | "forgetCrossedOut"
  | "giveHosting"
  | "introduce"
  | "letIn"
  | "removeVoice"
  | "seat"
  | "secondRemoval"
>;

/** Has a voice that was just made be one of this laptop's, and says who it is. */
export async function introduceAs(
  live: LiveMeeting,
  { voice, secrets: keys, profile, pin }: Arrival,
): Promise<Result<VoiceId, Refusal>> {
  const { meeting, secrets, vault } = live.ports;
  const kept = await keepVoice(vault, meeting, voice.id, keys, pin);
  if (!kept.ok) return no(isPinRefusal(kept.reason) ? kept.reason : "not-saved");
  const local = await createLocalVoice(secrets.meeting, voice);
  live.turn.add(local, pin !== null);
  const receiving = base64urlnopad.encode(voice.receiving.publicKey);
  await live.declare(local, { kind: "voice-introduced", profile, sealTo: receiving });
  return ok(local.id);
}

/** Letting in, seating, removing: wishes about who takes part; and the wish that everyone forget. */
export function whoTakesPart(live: LiveMeeting, permission: Permission): WhoTakesPart {
  return {
    async introduce(profile, pin = null) {
      return introduceAs(live, { ...(await createVoice()), profile, pin });
    },
    letIn: (knock) => live.door.letIn(knock),
    changeDoor: () =>
      permission.declared(permission.host(), {
        kind: "door-changed",
        door: base64urlnopad.encode(randomBytes(16)),
      }),
    admit: (voice) => permission.declared(permission.host(), { kind: "voice-admitted", voice }),
    giveHosting: (voice) => permission.declared(permission.host(), { kind: "hosting-given", voice }),
    async seat(profile) {
      // The key is thrown away as it is made: the voice has a name like every other, and nobody can sign for it.
      const { voice, secrets } = await createVoice();
      secrets.fill(0);
      const seated = await permission.declared(permission.host(), { kind: "voice-seated", voice: voice.id, profile });
      return seated.ok ? ok(voice.id) : seated;
    },
    removeVoice: (voice) =>
      permission.declared(permission.admitted(live.voices.speaker), {
        kind: "removal-proposed",
        voice,
        heads: live.feeds.headsOf(voice),
      }),
    secondRemoval: ({ feed, seq }) =>
      permission.declared(permission.admitted(live.voices.speaker), { kind: "removal-seconded", feed, seq }),
    forgetCrossedOut: () =>
      permission.declared(permission.maySayOwn(), {
        kind: "forgetting-asked",
        revisions: [...draftRevisions(live.state.revisions)],
      }),
  };
}
