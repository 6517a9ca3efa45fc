import type { VoiceId } from "../../../shared/feed/ids.ts";
import type { Colour } from "../../../shared/meeting/shapes.ts";
import type { MeetingSession, SummaryCursor } from "../../../renderer/session/meeting-session.ts";
import type { Person } from "./person.ts";

const COLOURS: readonly Colour[] = ["rust", "plum", "ochre"];

/** The people who sit on the page together, and what their editors ask a meeting about. */
export class Room {
  readonly people: readonly Person[];
  readonly #carets = new Map<number, SummaryCursor>();
  readonly #listeners = new Set<() => void>();
  /** Words that are known to be somebody's. */
  readonly #known = new Map<string, Person>();

  constructor(people: readonly Person[]) {
    this.people = people;
  }

  /** The person at a place, counted from 0. */
  person(index: number): Person {
    const person = this.people[index];
    if (person === undefined) throw new Error(`nobody sits at place ${String(index)}`);
    return person;
  }

  /** Everyone hears everything. */
  tellAll(): void {
    for (const to of this.people) for (const from of this.people) if (from !== to) to.hear(from);
  }

  /** From now on these words are known as this person's, as said words are. */
  know(words: string, person: Person): void {
    this.#known.set(words, person);
  }

  /** Shows everyone where a person's caret is now. */
  showCaret(person: Person): void {
    const place = person.selection();
    if (place === null) this.#carets.delete(person.client);
    else this.#carets.set(person.client, { voice: voiceOf(person), ...place });
    for (const listener of this.#listeners) listener();
  }

  /** The meeting as the editor of one person sees it. */
  sessionFor(person: Person): MeetingSession {
    const voices = new Map(
      this.people.map((one, index) => {
        const colour = COLOURS[index % COLOURS.length];
        return [voiceOf(one), { profile: { name: one.name, colour } }];
      }),
    );
    const session = {
      view: () => ({ state: { voices } }),
      voiceOfWords: (words: string) => {
        const whose = this.#known.get(words);
        return whose === undefined || whose === person ? null : voiceOf(whose);
      },
      summary: {
        cursors: () => new Map([...this.#carets].filter(([client]) => client !== person.client)),
        subscribeToCursors: (listener: () => void) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
    };
    // An editor asks its session for nothing else.
    return session as unknown as MeetingSession;
  }
}

function voiceOf({ name }: Person): VoiceId {
  // A voice of this page has no key: its name is enough to tell it from the others.
  return name as VoiceId;
}
