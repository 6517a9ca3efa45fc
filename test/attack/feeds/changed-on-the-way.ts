import { joinBytes } from "../../../shared/crypto/bytes.ts";
import { MAX_ENTRY_BYTES } from "../../../shared/feed/entry.ts";
import { withoutPayload } from "../../cast/writing.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";

/** What whoever carries a feed could do to it on the way. */
export const changingOnTheWay: readonly Attack[] = [
  inAMeeting("take the payloads off to silence a voice", "P2", async ({ thief }) => {
    const bare = thief.heard.map(withoutPayload);
    thief.put(bare);
    return { tried: bare.length };
  }),
  inAMeeting("swap the payloads of two entries", "P2", async ({ thief, samiraId }) => {
    const theirs = thief.entriesOf(samiraId);
    const swapped = theirs.map(({ headerBytes, signature }, index) => {
      const other = theirs[(index + 1) % theirs.length]?.sealed ?? new Uint8Array(0);
      return joinBytes(headerBytes, signature, new Uint8Array([1]), other);
    });
    thief.put(swapped);
    return { tried: swapped.length };
  }),
  inAMeeting("reorder a feed by renumbering its entries", "P2", async ({ thief, samiraId }) => {
    const theirs = thief.entriesOf(samiraId);
    const renumbered = theirs.flatMap(({ bytes }) =>
      theirs.map(({ header }) => {
        const copy = bytes.slice();
        new DataView(copy.buffer).setUint32(49, header.seq);
        return copy;
      }),
    );
    thief.put(
      renumbered.filter((bytes) => !theirs.some((entry) => entry.bytes.every((byte, at) => byte === bytes[at]))),
    );
    return { tried: renumbered.length };
  }),
  inAMeeting("let a feed say everything twice", "P2", async ({ thief }, stage) => {
    const rounds = scaled(stage, 20);
    for (let round = 0; round < rounds; round += 1) thief.put([...thief.heard, ...[...thief.heard].reverse()]);
    return { tried: rounds * thief.heard.length * 2 };
  }),
  inAMeeting("cut entries short, or lengthen them", "P2", async ({ thief, samiraId }, stage) => {
    const theirs = thief.entriesOf(samiraId);
    const cut = Array.from({ length: scaled(stage, 2000) }, () => {
      const { bytes } = stage.chance.pick(theirs);
      return stage.chance.below(2) === 0
        ? bytes.slice(0, stage.chance.below(bytes.length))
        : joinBytes(bytes, stage.chance.bytes(1 + stage.chance.below(64)));
    });
    thief.put([...cut, joinBytes(stage.chance.pick(theirs).bytes, new Uint8Array(MAX_ENTRY_BYTES))]);
    return { tried: cut.length + 1 };
  }),
];
