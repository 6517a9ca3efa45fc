import { base64urlnopad } from "@scure/base";
import { createReceivingKeys } from "../../../shared/crypto/sealed-to.ts";
import { lobbyOf, type Lobby } from "../../../shared/door/door.ts";
import { parseInvitation, type Invitation } from "../../../shared/door/invitation.ts";
import { knockAt, revealTo, type Knocking } from "../../../shared/door/newcomer.ts";
import { openNote, sealNote, type AnswerNote, type LobbyNote } from "../../../shared/door/notes.ts";
import type { Threshold } from "../../../shared/door/transcript.ts";
import type { Profile } from "../../../shared/meeting/shapes.ts";
import { stranger, type CastVoice } from "../../cast/seven-voices.ts";
import type { MemoryLobby } from "../../twins/memory-lobby.ts";
import { granted, until } from "../place.ts";
import { skipTime } from "./later.ts";

/** Longer than anybody counts as standing at the door without a word, and long enough for room for several new knocks. */
const QUIET_MS = 60_000;

/** A knock that a keeper has answered, and what would be said next. */
export interface Met extends NonNullable<Awaited<ReturnType<typeof revealTo>>> {
  readonly knocking: Knocking;
  readonly answer: AnswerNote;
}

/**
 * A modified program on the laptop of somebody who holds the invitation and was not let in: it hears everything in the
 * lobby, knows every form of note, and says there whatever it likes.
 */
export class LinkHolder {
  readonly invitation: Invitation;
  readonly lobby: Lobby;
  readonly at: Threshold;
  /** Every note of others, as it came and as it reads. */
  readonly overheard: { readonly data: unknown; readonly note: LobbyNote | null }[] = [];
  readonly #room: MemoryLobby;
  /** What it said itself, which comes back to it as well. */
  readonly #own = new Set<unknown>();
  #reading = Promise.resolve();

  private constructor(room: MemoryLobby, invitation: Invitation, lobby: Lobby) {
    this.#room = room;
    this.invitation = invitation;
    this.lobby = lobby;
    this.at = { meeting: invitation.meeting, topic: lobby.topic };
    room.open({ topic: lobby.topic, signaling: [] }).onHeard((data) => {
      if (this.#own.has(data)) return;
      this.#reading = this.#reading.then(async () => {
        this.overheard.push({ data, note: await openNote(lobby, data) });
      });
    });
  }

  static async with(room: MemoryLobby, link: string): Promise<LinkHolder> {
    const invitation = granted(parseInvitation(link));
    return new LinkHolder(room, invitation, await lobbyOf(invitation.door));
  }

  /** Publishes whatever it likes. */
  shout(data: unknown): void {
    this.#room.publish(this.lobby.topic, data);
  }

  /** Says nothing more for so long that nobody counts it as standing there, and that there is room for new knocks again. */
  goAway(): void {
    skipTime(QUIET_MS);
  }

  /** Says a note as any newcomer or keeper would. */
  async say(...notes: readonly LobbyNote[]): Promise<void> {
    for (const note of notes) {
      const data = await sealNote(this.lobby, note);
      this.#own.add(data);
      this.shout(data);
    }
  }

  /** What was overheard of one kind. */
  all<Kind extends LobbyNote["kind"]>(kind: Kind, knock?: string): readonly Extract<LobbyNote, { kind: Kind }>[] {
    return this.overheard.flatMap(({ note }) =>
      note !== null && note.kind === kind && (knock === undefined || note.knock === knock)
        ? // Its kind was compared a line before.
          [note as Extract<LobbyNote, { kind: Kind }>]
        : [],
    );
  }

  /** Makes a knock of one's own without saying it. */
  async knock(voice: CastVoice = stranger): Promise<Knocking> {
    const { keys: receiving } = await createReceivingKeys();
    return knockAt(this.at, { id: voice.id, privateKey: voice.privateKey, receiving });
  }

  /** Knocks and waits for the answer of a keeper. */
  async meet(profile: Profile = stranger.profile, voice: CastVoice = stranger): Promise<Met> {
    const knocking = await this.knock(voice);
    return this.meetBy(knocking, profile);
  }

  /** The same with a knock that was made before. */
  async meetBy(knocking: Knocking, profile: Profile = stranger.profile): Promise<Met> {
    await this.say(knocking.note);
    const answers = () => this.all("answer", knocking.note.knock);
    await until("a keeper's answer", () => answers().length > 0);
    const [answer] = answers();
    if (answer === undefined) throw new Error("a keeper has answered");
    const revealed = await revealTo(knocking, answer, this.invitation.keepers, profile);
    if (revealed === null) throw new Error("the answer is a keeper's");
    return { ...revealed, knocking, answer };
  }
}

/** A key that looks like one, and to which nothing can be sealed: the point of order one. */
export const NO_KEY = base64urlnopad.encode(new Uint8Array(32));
