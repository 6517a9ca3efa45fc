import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { tryMeeting, type Failure } from "./meeting.ts";

/** Meetings by the seeds from one on. */
export interface Stretch {
  readonly seed: number;
  readonly meetings: number;
}

/** How many meetings are held between two looks at how far it is. */
const AT_ONCE = 100;

type Told = { readonly held: number } | { readonly failure: Failure };

/** Holds meetings in as many threads as wished. Resolves to the first failure of each thread. */
export async function holdMeetings(
  { seed, meetings }: Stretch,
  threads: number,
  onHeld: (held: number) => void,
): Promise<readonly Failure[]> {
  const each = Math.ceil(meetings / threads);
  const stretches = Array.from({ length: threads }, (_, thread) => ({
    seed: seed + thread * each,
    meetings: Math.max(0, Math.min(each, meetings - thread * each)),
  }));
  let held = 0;
  const failures = await Promise.all(
    stretches.map((stretch) =>
      inAThread(stretch, (more) => {
        held += more;
        onHeld(held);
      }),
    ),
  );
  return failures.filter((failure) => failure !== null);
}

function inAThread(stretch: Stretch, onHeld: (more: number) => void): Promise<Failure | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: stretch });
    let failure: Failure | null = null;
    worker.on("message", (told: Told) => {
      if ("failure" in told) failure = told.failure;
      else onHeld(told.held);
    });
    worker.once("error", reject);
    worker.once("exit", () => resolve(failure));
  });
}

/** Holds meetings here, until one fails. */
function* holdHere({ seed, meetings }: Stretch): Generator<Told> {
  for (let number = 0; number < meetings; number += 1) {
    const failure = tryMeeting(seed + number);
    if (failure !== null) {
      yield { failure };
      return;
    }
    if ((number + 1) % AT_ONCE === 0 || number + 1 === meetings) yield { held: (number % AT_ONCE) + 1 };
  }
}

if (!isMainThread && parentPort !== null) {
  for (const told of holdHere(workerData as Stretch)) parentPort.postMessage(told); // what `inAThread` gives along
}
