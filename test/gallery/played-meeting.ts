import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import { granted } from "../cast/laptops.ts";
import { MemoryRoom } from "../twins/memory-carrier.ts";
import { PlayedLaptop } from "./played-laptop.ts";
import { Player } from "./player.ts";
import { soFar } from "./so-far.ts";

/** Nothing in memory takes as long as this, however busy the machine. */
const TOO_LONG_MS = 120_000;

/** A meeting that is played: several laptops with the program's own sessions, joined by a room in memory. */
export class PlayedMeeting {
  readonly room = new MemoryRoom();
  readonly #laptops: { readonly names: readonly string[]; readonly laptop: PlayedLaptop }[] = [];

  /** Every laptop there is, connected or not. */
  get laptops(): readonly PlayedLaptop[] {
    return this.#laptops.map(({ laptop }) => laptop);
  }

  /** Another laptop, on which nothing is kept yet. */
  async bring(...names: readonly string[]): Promise<PlayedLaptop> {
    const laptop = await PlayedLaptop.in(this.room);
    this.#laptops.push({ names, laptop });
    return laptop;
  }

  /** The laptop that someone sits at. */
  laptop(name: string): PlayedLaptop {
    const found =
      this.#laptops.find(({ names }) => names.includes(name)) ??
      this.#laptops.find(({ laptop }) => laptop.isInMeeting && namesAt(laptop.session).includes(name));
    if (found === undefined) throw new Error(`${name} sits at no laptop`);
    return found.laptop;
  }

  /** Somebody at their own laptop. */
  as(name: string): Player {
    return new Player(this, this.laptop(name), name);
  }

  /** The voice of this name, as any laptop knows it. */
  voice(name: string): VoiceId {
    for (const session of this.#connected) {
      const found = [...session.view().state.voices.values()].find(({ profile }) => profile.name === name);
      if (found !== undefined) return found.id;
    }
    throw new Error(`${name} is no voice in this meeting`);
  }

  /** The utterance in which these words stand. */
  utterance(words: string): UtteranceId {
    for (const session of this.#connected) {
      const found = session.view().state.order.find((id) => JSON.stringify(session.utteranceText(id)).includes(words));
      if (found !== undefined) return found;
    }
    throw new Error(`nobody has said “${words}”`);
  }

  get invitation(): string {
    const [any] = this.#connected;
    if (any === undefined) throw new Error("nobody is in the meeting");
    return any.view().invitation;
  }

  /** A new voice asks to be let in, from a laptop of its own or from the one given. */
  async knock(profile: Profile, at?: PlayedLaptop): Promise<VoiceId> {
    const laptop = at ?? (await this.bring(profile.name));
    if (!laptop.isInMeeting) await laptop.come(this.invitation);
    const voice = granted(await laptop.session.introduce(profile));
    await this.everywhere((session) => session.view().state.voices.has(voice));
    return voice;
  }

  /** Every laptop is in the hands of the first one who sits at it. */
  atRest(): void {
    for (const { names, laptop } of this.#laptops) {
      const [first] = names;
      if (laptop.isInMeeting && first !== undefined && namesAt(laptop.session).includes(first)) {
        laptop.session.speakAs(this.voice(first));
      }
    }
  }

  /** Resolves once this is so on every connected laptop. */
  async everywhere(isSo: (session: MeetingSession) => boolean): Promise<void> {
    await this.#until(() => this.#connected.every(isSo));
  }

  /** Resolves once all connected laptops show the same. */
  async settled(): Promise<void> {
    await this.#until(() => new Set(this.#connected.map(soFar)).size <= 1);
  }

  /** Sessions that get what is written: someone who was removed does not. */
  get #connected(): readonly MeetingSession[] {
    return this.laptops
      .filter(({ isInMeeting }) => isInMeeting)
      .map(({ session }) => session)
      .filter((session) => {
        const { localVoices, state } = session.view();
        return !localVoices.some((id) => state.voices.get(id)?.standing === "removed");
      });
  }

  async #until(isSo: () => boolean): Promise<void> {
    const since = performance.now();
    while (!isSo()) {
      if (performance.now() - since > TOO_LONG_MS) throw new Error("the laptops of this scene do not come together");
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}

function namesAt(session: MeetingSession): readonly string[] {
  const { localVoices, state } = session.view();
  return localVoices.map((id) => state.voices.get(id)?.profile.name ?? "");
}
