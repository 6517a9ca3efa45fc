import { expect, it } from "vitest";
import { friendsRecording, paperRecording, playRecording } from "../../letters/recordings/play-recordings.ts";

/** The paper has 259,778 keys; typing them takes minutes on a busy machine. */
const PATIENCE_MS = 1_200_000;

// Where the recordings are not at hand there is nothing to type.
const friends = await friendsRecording();
const paper = await paperRecording();

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
  "ends where the paper of one person ended, key by key, on both screens",
  async () => {
    if (paper === null) return;
    const played = await playRecording(paper);
    expect(played.faults).toEqual([]);
    expect(played.text).toBe(played.expected);
  },
  PATIENCE_MS,
);
