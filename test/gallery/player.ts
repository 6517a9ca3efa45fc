import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import type { DraftShape } from "../../renderer/session/writing-wishes.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { granted } from "../cast/laptops.ts";
import { crossOut, typeAtEnd } from "../cast/typing.ts";
import type { PlayedLaptop } from "./played-laptop.ts";
import type { PlayedMeeting } from "./played-meeting.ts";

/** What words are to the others; `for` names whose they are, where they are written down for someone. */
export interface Saying extends Partial<DraftShape> {
  readonly for?: string;
}

/** One voice at its own laptop, doing what its hands would do there. Whatever its session offers is at `session`. */
export class Player {
  readonly name: string;
  readonly laptop: PlayedLaptop;
  readonly voice: VoiceId;
  readonly #meeting: PlayedMeeting;

  constructor(meeting: PlayedMeeting, laptop: PlayedLaptop, name: string) {
    this.name = name;
    this.laptop = laptop;
    this.voice = meeting.voice(name);
    this.#meeting = meeting;
  }

  /** The session of its laptop, in which it speaks from now on. */
  get session(): MeetingSession {
    const { session } = this.laptop;
    if (session.view().speakingAs !== this.voice) session.speakAs(this.voice);
    return session;
  }

  /** Begins to write; everyone sees it who is connected. */
  begin(words: string, { for: whose, ...shape }: Saying = {}): UtteranceId {
    const { session } = this;
    if (session.draft() === null) throw new Error(`${this.name} may not write now`);
    session.shapeDraft({ ...shape, ...(whose !== undefined && { speaker: this.#meeting.voice(whose) }) });
    return this.type(words);
  }

  /** Goes on writing. */
  type(words: string): UtteranceId {
    const draft = this.session.draft();
    if (draft === null) throw new Error(`${this.name} may not write now`);
    typeAtEnd(draft.doc, words);
    return draft.utterance;
  }

  /** Says what it is writing. */
  async finish(): Promise<UtteranceId> {
    const said = granted(await this.session.say());
    await this.#meeting.everywhere((session) => session.view().state.utterances.get(said)?.said === true);
    return said;
  }

  /** Writes and says it. Resolves when every connected laptop has it. */
  say(words: string, saying: Saying = {}): Promise<UtteranceId> {
    this.begin(words, saying);
    return this.finish();
  }

  /** Writes down what someone else says. */
  scribe(name: string, words: string): Promise<UtteranceId> {
    return this.say(words, { for: name });
  }

  /** Goes on writing at the end of what is to be remembered. */
  async remember(words: string): Promise<void> {
    typeAtEnd(this.session.summary.text.doc, words);
    await this.#meeting.settled();
  }

  /** Crosses out words of what is to be remembered, whoever wrote them. */
  async crossOut(words: string): Promise<void> {
    crossOut(this.session.summary.text.doc, words);
    await this.#meeting.settled();
  }
}
