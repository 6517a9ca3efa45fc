import type { OpenLobby } from "../../../renderer/transport/lobby-line.ts";
import { jo, layla, okafor, tomas } from "../../cast/seven-voices.ts";
import type { Attack } from "../attack.ts";
import { until, type Place } from "../place.ts";
import { atTheDoor } from "./door-place.ts";

/** What a signaling server makes of one note: nothing, or whatever else it has seen. */
type Course = (note: string, seen: readonly string[]) => readonly string[];

/** A server does so with so many notes, and then behaves. */
const MEDDLES_WITH = 12;

function courses(): Readonly<Record<string, Course>> {
  let held: string | null = null;
  return {
    drops: () => [],
    replays: (note, seen) => [note, note, ...seen.slice(-6), note],
    reorders(note) {
      const earlier = held;
      held = earlier === null ? note : null;
      return earlier === null ? [] : [note, earlier];
    },
    swaps: (note, seen) => [seen.at(-2) ?? note],
  };
}

/** A newcomer's way to the door by way of such a server. `seen` is what it has passed on so far, whoever said it. */
function bent({ mesh }: Place, course: Course, seen: string[], count: () => void): OpenLobby {
  let meddled = 0;
  const meddle = (note: string): readonly string[] => {
    seen.push(note);
    if (meddled >= MEDDLES_WITH) return [note];
    meddled += 1;
    count();
    return course(note, seen);
  };
  return (wish) => {
    const line = mesh.lobby.open(wish);
    return {
      ...line,
      say(note) {
        for (const said of meddle(note)) line.say(said);
      },
      onHeard: (listener) =>
        line.onHeard((note) => {
          for (const heard of meddle(String(note))) listener(heard);
        }),
    };
  };
}

export const bendingTheDoorsSignaling: readonly Attack[] = [
  atTheDoor(
    "run the signaling server, and drop, replay, reorder and swap what is said at the door",
    "P5",
    async (door) => {
      const { place, knock, letIn, knocking } = door;
      const seen: string[] = [];
      let tried = 0;
      const profiles = [layla, jo, okafor, tomas].map(({ profile }) => profile);
      const guests = await Promise.all(
        Object.values(courses()).map((course, index) => {
          const openLobby = bent(place, course, seen, () => (tried += 1));
          return knock({ openLobby, ...(profiles[index] !== undefined && { profile: profiles[index] }) });
        }),
      );
      await until("everybody at the door", () => knocking().length >= guests.length, 30_000);
      const harms: string[] = [];
      if (guests.some(({ visit }) => visit.view().session !== null)) harms.push("somebody is in whom nobody let in");
      const named = knocking().map(({ profile }) => profile.name);
      if (new Set(named).size !== named.length) harms.push(`the same one is shown twice: ${named.join(", ")}`);
      for (const guest of guests) await letIn(guest);
      return { tried, harms };
    },
  ),
];
