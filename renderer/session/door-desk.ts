import type { Bytes } from "../../shared/crypto/bytes.ts";
import { heard, isCrowded, MOST_UNREAD, NOBODY, SAY_HERE_MS, stillThere } from "../../shared/door/crowd.ts";
import { doorOf, lobbyOf, type Door, type Lobby } from "../../shared/door/door.ts";
import {
  answerKnock,
  isAsAtDoor,
  letIn,
  readReveal,
  type Answered,
  type MetNewcomer,
} from "../../shared/door/keeper.ts";
import { openNote, sealNote, type KnockNote, type LetInNote, type LobbyNote } from "../../shared/door/notes.ts";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import { report } from "../../shared/report.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LobbyLine, OpenLobby } from "../transport/lobby-line.ts";
import type { DoorView } from "./door.ts";
import { InvitationLink } from "./invitation-link.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Whereabouts } from "./whereabouts.ts";

export interface DoorPorts {
  readonly meeting: MeetingId;
  readonly secret: Bytes;
  readonly whereabouts: Pick<Whereabouts, "linkOf" | "signaling" | "signalingForOthers">;
  readonly openLobby: OpenLobby;
  readonly state: () => MeetingState;
  /** The voice here that may let others in, if its keys are at hand. */
  readonly keeper: () => LocalVoice | null;
  /** States that a voice here has admitted somebody. */
  readonly admit: (keeper: LocalVoice, voice: VoiceId) => Promise<void>;
  /** The door has changed, or who stands at it. */
  readonly onChange: () => void;
}

/** A knock that was answered here. */
interface Entry {
  readonly keeper: VoiceId;
  readonly answered: Answered;
  met: MetNewcomer | null;
  /** What lets it in, once somebody has said so: it is said again until nobody stands there any more. */
  opened: LetInNote | null;
}

interface Standing {
  readonly name: string;
  readonly door: Door;
  readonly lobby: Lobby;
}

/**
 * Keeps the door of a meeting: answers whoever knocks while a voice here may let others in, and shows them. Nobody comes in
 * unless somebody says so.
 */
export class DoorDesk {
  readonly #ports: DoorPorts;
  readonly #entries = new Map<string, Entry>();
  readonly #beat: ReturnType<typeof setInterval>;
  /** Who was let in and has yet to say in the meeting who it is, as it was known at the door. */
  readonly #expected = new Map<VoiceId, Profile>();
  #crowd = NOBODY;
  #at: Standing | null = null;
  #line: LobbyLine | null = null;
  readonly #link: InvitationLink;
  #view: DoorView = { knocking: [], isCrowded: false };
  /** Doors are gone to, and notes read, one after the other. */
  #working = Promise.resolve();
  #unread = 0;
  #isClosed = false;

  constructor(ports: DoorPorts) {
    this.#ports = ports;
    this.#link = new InvitationLink(ports);
    this.#beat = setInterval(() => this.#tidy(), SAY_HERE_MS);
  }

  /** Who stands at the door; the same object until that changes. */
  get view(): DoorView {
    return this.#view;
  }

  /** The invitation as a link; empty until the door is known. */
  get link(): string {
    return this.#at === null ? "" : this.#link.to(this.#at.door);
  }

  /** Goes to the door that is open now, if a voice here keeps it. To be called when something may have changed. Resolves when that is done. */
  attend(): Promise<void> {
    this.#working = this.#working.then(() => this.#attend()).catch(report);
    return this.#working;
  }

  /** Gives whoever knocks what opens the meeting. It is admitted once it says in there who it is, as it did here. */
  async letIn(knock: string): Promise<Result<null, "nobody-there">> {
    const entry = this.#entries.get(knock);
    const newcomer = entry?.met ?? null;
    const keeper = this.#ports.keeper();
    if (entry === undefined || newcomer === null || keeper?.id !== entry.keeper) return no("nobody-there");
    const pass = { secret: this.#ports.secret, signaling: this.#ports.whereabouts.signalingForOthers() };
    entry.opened = await letIn(keeper, newcomer, pass);
    this.#expected.set(newcomer.voice, newcomer.profile);
    this.#publish(entry.opened);
    this.#show();
    return ok(null);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#beat);
    this.#leave();
  }

  async #attend(): Promise<void> {
    const { door: name } = this.#ports.state();
    if (this.#at?.name !== name) {
      const door = await doorOf(this.#ports.secret, name);
      this.#leave();
      this.#at = { name, door, lobby: await lobbyOf(door) };
      this.#ports.onChange();
    }
    const keeper = this.#isClosed ? null : this.#ports.keeper();
    if (keeper === null) this.#leave();
    else if (this.#line === null) this.#keep(this.#at.lobby);
    for (const [knock, entry] of this.#entries) if (entry.keeper !== keeper?.id) this.#entries.delete(knock);
    this.#show();
    if (keeper !== null) await this.#admit(keeper);
  }

  /** Admits those who are here now and say of themselves what they said at the door. The others wait until somebody looks. */
  async #admit(keeper: LocalVoice): Promise<void> {
    const { voices } = this.#ports.state();
    for (const [id, atDoor] of this.#expected) {
      const voice = voices.get(id);
      if (voice === undefined) continue;
      this.#expected.delete(id);
      if (voice.standing !== "admitted" && isAsAtDoor(atDoor, voice)) await this.#ports.admit(keeper, id);
    }
  }

  #keep({ topic }: Lobby): void {
    const line = this.#ports.openLobby({ topic, signaling: this.#ports.whereabouts.signaling });
    this.#line = line;
    line.onHeard((data) => {
      if (this.#unread >= MOST_UNREAD) return;
      this.#unread += 1;
      this.#working = this.#working
        .then(() => (this.#line === line ? this.#hear(data) : undefined))
        .catch(report)
        .finally(() => (this.#unread -= 1));
    });
  }

  #leave(): void {
    this.#line?.close();
    this.#line = null;
    this.#entries.clear();
    this.#crowd = NOBODY;
  }

  async #hear(data: unknown): Promise<void> {
    const note = this.#at === null ? null : await openNote(this.#at.lobby, data);
    switch (note?.kind) {
      case "knock":
        return this.#answer(note);
      case "reveal": {
        const entry = this.#entries.get(note.knock);
        if (entry?.keeper !== note.keeper) return;
        // One try for each set of pictures: whoever has said who they are cannot be somebody else.
        entry.met ??= await readReveal(entry.answered, note);
        this.#hearAgain(note.knock, entry);
        return;
      }
      case "here": {
        const entry = this.#entries.get(note.knock);
        if (entry !== undefined) this.#hearAgain(note.knock, entry);
        return;
      }
      case "answer":
      case "kept":
      case "let-in":
      case undefined:
        // What keepers say, this one among them, or nothing that can be read.
        return;
    }
  }

  async #answer(note: KnockNote): Promise<void> {
    const known = this.#entries.get(note.knock);
    const keeper = this.#ports.keeper();
    if (keeper === null || this.#at === null) return;
    if (known !== undefined) {
      this.#publish(known.answered.note);
      return;
    }
    const { crowd, course } = heard(this.#crowd, note.knock, performance.now());
    this.#crowd = crowd;
    if (course === "turned-away") {
      this.#show();
      return;
    }
    const at = { meeting: this.#ports.meeting, topic: this.#at.lobby.topic };
    const answered = await answerKnock(keeper, at, note);
    this.#entries.set(note.knock, { keeper: keeper.id, answered, met: null, opened: null });
    this.#publish(answered.note);
  }

  /** Somebody who was answered is still there. */
  #hearAgain(knock: string, entry: Entry): void {
    this.#crowd = heard(this.#crowd, knock, performance.now()).crowd;
    if (entry.met === null) return;
    this.#publish(entry.opened ?? { kind: "kept", knock, keeper: entry.keeper });
    this.#show();
  }

  /** Forgets those who have gone. */
  #tidy(): void {
    this.#crowd = stillThere(this.#crowd, performance.now());
    for (const knock of this.#entries.keys()) if (!this.#crowd.heardAtMs.has(knock)) this.#entries.delete(knock);
    this.#show();
  }

  #publish(note: LobbyNote): void {
    const line = this.#line;
    if (this.#at === null || line === null) return;
    sealNote(this.#at.lobby, note).then((sealed) => line.say(sealed), report);
  }

  #show(): void {
    const knocking = [...this.#entries.values()].flatMap(({ met, opened }) =>
      met === null || opened !== null ? [] : [{ knock: met.knock, profile: met.profile, pictures: met.pictures }],
    );
    const crowded = isCrowded(this.#crowd, performance.now());
    const before = this.#view;
    const isSame =
      before.isCrowded === crowded &&
      before.knocking.length === knocking.length &&
      before.knocking.every(({ knock }, index) => knock === knocking[index]?.knock);
    if (isSame) return;
    this.#view = { knocking, isCrowded: crowded };
    this.#ports.onChange();
  }
}
