import { expect, it } from "vitest";
import { friendsRecording, paperRecording, playRecording } from "../../letters/recordings/play-recordings.ts";

/** As many keys of the paper as are typed in less than half a minute. `npm run letters` types all of them. */
const KEYS_OF_THE_PAPER = 60_000;

// Where the recordings are not at hand there is nothing to type.
const friends = await friendsRecording();
const paper = await paperRecording(KEYS_OF_THE_PAPER);

it.skipIf(friends === null)(
  "ends where two friends ended who wrote at one time, each letter under its writer",
  async () => {
    if (friends === null) return;
    const played = await playRecording(friends);
    expect(played.faults).toEqual([]);
    expect(played.text).toBe(played.expected);
    expect(played.writers).toEqual(played.expectedWriters);
  },
);

it.skipIf(paper === null)(
  "ends where a plain text ends with the first 60,000 keys of a paper, on both screens",
  async () => {
    if (paper === null) return;
    const played = await playRecording(paper);
    expect(played.faults).toEqual([]);
    expect(played.text).toBe(played.expected);
  },
);
