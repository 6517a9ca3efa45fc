import type { VoiceId } from "../../shared/feed/ids.ts";
import { karim } from "../cast/seven-voices.ts";
import type { Chance } from "./chance.ts";
import { until, type OpenPlace, type Place } from "./place.ts";

/** What came of one attack: how many attempts were made, and every harm that was done by them, in words. */
export interface Outcome {
  readonly tried: number;
  readonly harms: readonly string[];
}

/** What an attack has to work with. */
export interface Stage {
  /** Opens a meeting of honest laptops with a modified program among them. Closed when the attack is over. */
  readonly open: OpenPlace;
  readonly chance: Chance;
  /** How much of what can be done in numbers is done: 1 in the full run, less in the short one. */
  readonly scale: number;
}

/** One thing that someone with a modified program might try. */
export interface Attack {
  /** What is tried, as an imperative: what the report calls it. */
  readonly name: string;
  /** The promise of the design that it would break. */
  readonly promise: "P1" | "P2" | "P3" | "P4" | "P5" | "P6";
  readonly run: (stage: Stage) => Promise<Outcome>;
}

/** What is done in a place: how often it was tried, and what harm the attack itself has seen done. */
interface Done {
  readonly tried: number;
  readonly harms?: readonly string[];
}

/** An attack on one meeting: whatever `act` does there, the record, the consoles and the conversation are looked at. */
export function inAMeeting(
  name: string,
  promise: Attack["promise"],
  act: (place: Place, stage: Stage) => Promise<Done>,
  /** How long honest laptops may take to hear each other meanwhile, where that is longer than usual. */
  patienceMs?: number,
): Attack {
  return {
    name,
    promise,
    async run(stage) {
      const place = await stage.open(patienceMs === undefined ? {} : { patienceMs });
      const { tried, harms = [] } = await act(place, stage);
      return { tried, harms: [...harms, ...(await place.harms())] };
    },
  };
}

/** How many of `full` are to be tried in this run; at least one. */
export function scaled({ scale }: Stage, full: number): number {
  return Math.max(1, Math.round(full * scale));
}

/** Waits until every honest laptop shows that a feed of this voice was put aside, and says where none does. */
export async function shownAsPutAside(place: Place, voice: VoiceId = karim.id): Promise<readonly string[]> {
  const isShown = (at: Place["laptops"][number]): boolean =>
    at.session.view().quarantines.some((quarantine) => quarantine.voice === voice);
  await until("the feed to be put aside", () => place.laptops.every(isShown), place.patienceMs).catch(() => undefined);
  return place.laptops.filter((at) => !isShown(at)).map(({ name }) => `${name} laptop does not say who broke a rule`);
}
