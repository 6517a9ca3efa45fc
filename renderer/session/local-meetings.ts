import { base64urlnopad } from "@scure/base";
import { randomBytes } from "../../shared/crypto/bytes.ts";
import { meetingBytes } from "../../shared/feed/entry.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import { parseInvitation } from "../../shared/door/invitation.ts";
import { opensTheSame, type Pass } from "../../shared/door/pass.ts";
import { meetingIdOf } from "../../shared/meeting/meeting-id.ts";
import { createSecret, unlock } from "../../shared/meeting/secret.ts";
import { createSeed } from "../../shared/text/seed.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Shell, VaultFailure } from "../../shared/shell.ts";
import type { Carrier } from "../transport/carrier.ts";
import type { OpenLobby } from "../transport/lobby-line.ts";
import { visitDoor } from "./door-visit.ts";
import { createVoice, keepMeeting, keepVoice, keptMeetings, keptVoices, type KeptMeeting } from "./keyring.ts";
import { LiveMeeting } from "./live-meeting.ts";
import { createLocalVoice, createVoiceHere } from "./local-voice.ts";
import type { Meetings, MeetingSession } from "./meeting-session.ts";
import { openSession } from "./open-session.ts";
import { whereaboutsOf } from "./whereabouts.ts";
import { introduceAs } from "./who-takes-part.ts";

/** How a meeting reaches the other laptops. */
export type OpenCarrier = (options: {
  readonly room: string;
  readonly signalingKey: CryptoKey;
  readonly signaling: readonly string[];
}) => Carrier;

/** The ways to other laptops: one for those who are in a meeting, one for those who stand at its door. */
export interface Ways {
  readonly openCarrier: OpenCarrier;
  readonly openLobby: OpenLobby;
}

/** Going into a meeting with what was given at its door, without a voice yet. */
export interface Entering {
  enter(meeting: MeetingId, pass: Pass): Promise<Result<MeetingSession, VaultFailure | "not-saved" | "open-elsewhere">>;
}

/** As many signaling servers as a room uses at once. */
const MOST_KEPT_PLACES = 8;

type Entered = Result<LiveMeeting, VaultFailure | "not-saved" | "open-elsewhere">;

/** The meetings of this device, kept in its shell's vault. */
export function createMeetings(shell: Shell, { openCarrier, openLobby }: Ways): Meetings & Entering {
  const { vault } = shell;

  async function live(
    kept: KeptMeeting,
    takeOver = false,
  ): Promise<Result<LiveMeeting, VaultFailure | "open-elsewhere">> {
    let opened: LiveMeeting | null = null;
    const asked = { already: false };
    const give = async (): Promise<void> => {
      asked.already = true;
      await opened?.giveAway();
    };
    const taken = await vault.take?.(kept.meeting, { ask: takeOver, give });
    if (taken?.ok === false) return taken;
    const made = await liveHere(kept, taken?.value);
    if (!made.ok) taken?.value();
    // Another window has asked for it while it was being opened here.
    else if (asked.already) await made.value.giveAway();
    else opened = made.value;
    return made;
  }

  async function liveHere(kept: KeptMeeting, onClosed?: () => void): Promise<Result<LiveMeeting, VaultFailure>> {
    const voices = await keptVoices(vault, kept.meeting);
    const entries = await vault.read(kept.meeting);
    if (!voices.ok) return voices;
    if (!entries.ok) return entries;
    const { room, signalingKey, meetingKey } = await unlock(kept.secret);
    const secrets = { meeting: meetingBytes(kept.meeting), key: meetingKey };
    const whereabouts = await whereaboutsOf(shell, kept.signaling);
    const { signaling } = whereabouts;
    const meeting = new LiveMeeting({
      meeting: kept.meeting,
      secrets,
      vault,
      carrier: openCarrier({ room, signalingKey, signaling }),
      door: { secret: kept.secret, openLobby },
      whereabouts,
      ...(onClosed !== undefined && { onClosed }),
    });
    const local = await Promise.all(voices.value.open.map((voice) => createLocalVoice(secrets.meeting, voice)));
    const locked = await Promise.all(voices.value.locked.map((id) => createVoiceHere(secrets.meeting, id)));
    await meeting.start(entries.value, local, locked);
    keepListingUpToDate(meeting, kept);
    return ok(meeting);
  }

  async function enter(meeting: MeetingId, pass: Pass): Promise<Entered> {
    const meetings = await keptMeetings(vault);
    if (!meetings.ok) return meetings;
    const known = meetings.value.find((one) => one.meeting === meeting);
    // Another window came in meanwhile. What opens the meeting stays what it is, whatever a door gives: no link takes it away.
    if (known !== undefined && !opensTheSame(known, pass)) return no("open-elsewhere");
    const kept = { meeting, ...pass, name: known?.name ?? "", lastOpenedMs: Date.now() };
    const saved = await keepMeeting(vault, kept);
    return saved.ok ? live(kept, true) : no("not-saved");
  }

  /**
   * A meeting that was joined learns its name from its first entry, and where the laptops in it host from them: the list at home
   * should know the one, and whoever opens the meeting again when the first host has gone the other.
   */
  function keepListingUpToDate(meeting: LiveMeeting, listed: KeptMeeting): void {
    let now = listed;
    meeting.picture.subscribe(() => {
      const name = meeting.state.meeting.begun?.name ?? now.name;
      const signaling = [...new Set([...meeting.places, ...listed.signaling])].slice(0, MOST_KEPT_PLACES);
      if (name === now.name && signaling.every((url) => now.signaling.includes(url))) return;
      now = { ...now, name, signaling };
      // Both are told again by the meeting itself at the next opening, so a vault that is busy failing loses nothing.
      void keepMeeting(vault, now);
    });
  }

  return {
    async list() {
      const kept = await keptMeetings(vault);
      if (!kept.ok) return kept;
      const listings = kept.value.map(({ meeting, name, lastOpenedMs }) => ({ meeting, name, lastOpenedMs }));
      return ok(listings.sort((a, b) => b.lastOpenedMs - a.lastOpenedMs));
    },

    async begin({ name, personCalled, language, profile }) {
      const { voice, secrets } = await createVoice();
      const nonce = randomBytes(32);
      const meeting = await meetingIdOf(voice.keys.publicKey, nonce);
      const kept: KeptMeeting = {
        meeting,
        secret: createSecret(),
        signaling: await shell.signalingUrls(),
        name,
        lastOpenedMs: Date.now(),
      };
      const saved = [await keepVoice(vault, meeting, voice.id, secrets), await keepMeeting(vault, kept)];
      if (!saved.every((result) => result.ok)) return no("not-saved");
      const opening = await live(kept);
      if (!opening.ok) return no("not-saved");
      const opened = opening.value;
      const founder = opened.voices.get(voice.id);
      if (founder === null) throw new Error("a voice kept a moment ago is not there");
      const [nonceText, seed] = [base64urlnopad.encode(nonce), base64urlnopad.encode(createSeed())];
      const begun = { kind: "meeting-begun", name, personCalled, language, nonce: nonceText, seed } as const;
      await Promise.all([
        opened.declare(founder, begun),
        opened.declare(founder, {
          kind: "voice-introduced",
          profile,
          sealTo: base64urlnopad.encode(founder.receiving.publicKey),
        }),
      ]);
      return ok(openSession(opened));
    },

    async join(link) {
      const invitation = parseInvitation(link);
      if (!invitation.ok) return invitation;
      const meetings = await keptMeetings(vault);
      if (!meetings.ok) return meetings;
      const { meeting } = invitation.value;
      const known = meetings.value.find((one) => one.meeting === meeting);
      if (known === undefined) {
        const visit = await visitDoor({
          ...{ invitation: invitation.value, openLobby },
          async enter(pass, arrival) {
            const entered = await enter(meeting, pass);
            if (!entered.ok) return entered;
            const introduced = await introduceAs(entered.value, arrival);
            if (introduced.ok) return ok(openSession(entered.value));
            entered.value.close();
            return introduced;
          },
        });
        return ok({ at: "door", visit });
      }
      // Whoever opens the invitation here wishes to go on here.
      const opened = await live({ ...known, lastOpenedMs: Date.now() }, true);
      return opened.ok ? ok({ at: "meeting", session: openSession(opened.value) }) : opened;
    },

    async enter(meeting, pass) {
      const entered = await enter(meeting, pass);
      return entered.ok ? ok(openSession(entered.value)) : entered;
    },

    async open(meeting: MeetingId, wish) {
      const meetings = await keptMeetings(vault);
      if (!meetings.ok) return meetings;
      const kept = meetings.value.find((one) => one.meeting === meeting);
      if (kept === undefined) return no("meeting-unknown");
      await keepMeeting(vault, { ...kept, lastOpenedMs: Date.now() });
      // A vault that cannot note the time may still be read; that it cannot keep new words, the meeting itself will say.
      const opened = await live(kept, wish?.takeOver);
      return opened.ok ? ok(openSession(opened.value)) : opened;
    },
  };
}
