import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { I18nextProvider } from "react-i18next";
import { createMessages } from "../../../renderer/i18n/messages.ts";
import { createSeed } from "../../../shared/text/seed.ts";
import { checkScreen } from "./check-screen.ts";
import { Editor } from "./Editor.tsx";
import { Person } from "./person.ts";
import { playMeeting, type Played } from "./play-meeting.ts";
import { playRecording, type Ended, type Turn } from "./play-recording.ts";
import { Room } from "./room.ts";

/** What the tests may ask of the page: several people, each with an editor of their own, who hear of each other when told to. */
export interface LettersPage {
  /** Seats this many people at empty documents. */
  begin(people: number): Promise<void>;
  /** Hands `to` all that `from` has written and `to` has not had. */
  tell(from: number, to: number): void;
  /** Everyone hears everything. */
  tellAll(): void;
  person(index: number): Person;
  readonly room: Room;
  /** Where a screen shows something else than its document has. */
  faults(): readonly string[];
  /** Plays a random meeting through the editors, and says what went wrong. */
  play(seed: number): Promise<Played>;
  /** Types a recording of one or two people, and says how it ended. */
  playRecording(turns: readonly Turn[]): Promise<Ended>;
}

declare global {
  interface Window {
    letters: LettersPage;
  }
}

const NAMES = ["Anna", "Mio", "Samira"];
const messages = createMessages();
const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the editors");
const root = createRoot(place);
let room = new Room([]);
let meetings = 0;

async function begin(count: number): Promise<void> {
  const seed = createSeed();
  meetings += 1;
  const people = NAMES.slice(0, count).map((name, index) => new Person(name, 101 + index, seed));
  room = new Room(people);
  flushSync(() => {
    root.render(
      <I18nextProvider i18n={messages} key={meetings}>
        {people.map((person) => (
          <Editor key={person.name} person={person} room={room} />
        ))}
        <p id="outside">From elsewhere</p>
      </I18nextProvider>,
    );
  });
  await Promise.all(people.map((person) => person.seated));
}

window.letters = {
  begin,
  tell: (from, to) => room.person(to).hear(room.person(from)),
  tellAll: () => room.tellAll(),
  person: (index) => room.person(index),
  get room() {
    return room;
  },
  faults: () => room.people.flatMap(checkScreen),
  async play(seed) {
    await begin(3);
    return playMeeting(room, seed);
  },
  async playRecording(turns) {
    await begin(2);
    return playRecording(room, turns);
  },
};
