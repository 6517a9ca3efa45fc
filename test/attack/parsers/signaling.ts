import { createSwitchboard } from "../../../electron/signaling/switchboard.ts";
import { DEFAULT_LIMITS } from "../../../electron/signaling/limits.ts";
import { judgeNote } from "../../../renderer/transport/introductions.ts";
import { createNoteOpener, sealNote } from "../../../renderer/transport/seal-note.ts";
import type { Note } from "../../../renderer/transport/signaling-note.ts";
import { randomBytes } from "../../../shared/crypto/bytes.ts";
import { deriveSealingKey } from "../../../shared/crypto/derive.ts";
import { scaled, type Attack } from "../attack.ts";

const [ELLEN, KARIM] = [
  `${"1".repeat(8)}-1111-4111-8111-${"1".repeat(12)}`,
  `${"2".repeat(8)}-2222-4222-8222-${"2".repeat(12)}`,
];
const OFFER: Note = {
  type: "signal",
  from: KARIM,
  to: ELLEN,
  token: 1,
  attempt: KARIM,
  signal: { type: "offer", sdp: "v=0" },
};

/** Whoever runs the signaling server, or knows a room's name. */
export const listeningAtTheDoor: readonly Attack[] = [
  {
    name: "knock without the meeting's key, or with a note of another room",
    promise: "P5",
    async run({ chance }) {
      const key = await deriveSealingKey(randomBytes(32), "polyphony/signaling/1");
      const other = await deriveSealingKey(randomBytes(32), "polyphony/signaling/1");
      const open = createNoteOpener("room", key);
      const genuine = await sealNote(OFFER, "room", key);
      const tries: readonly unknown[] = [
        await sealNote(OFFER, "room", other),
        await sealNote(OFFER, "another room", key),
        genuine.slice(0, -4),
        `${genuine.startsWith("A") ? "B" : "A"}${genuine.slice(1)}`,
        ...[OFFER, null, 5, "", "AAAA", JSON.stringify(OFFER), "=".repeat(99)],
        ...Array.from({ length: 100 }, () => Buffer.from(chance.bytes(80)).toString("base64")),
      ];
      const heard = (await Promise.all(tries.map(open))).filter((note) => note !== null);
      return { tried: tries.length, harms: heard.map((note) => `a note of ${note.from} was heard`) };
    },
  },
  {
    name: "play a signaling note again",
    promise: "P5",
    async run(stage) {
      const key = await deriveSealingKey(randomBytes(32), "polyphony/signaling/1");
      const open = createNoteOpener("room", key);
      const genuine = await sealNote(OFFER, "room", key);
      const harms = (await open(genuine)) === null ? ["the real note was not heard"] : [];
      const replays = scaled(stage, 500);
      for (let count = 0; count < replays; count += 1) {
        if ((await open(genuine)) !== null) harms.push("a note was heard twice");
      }
      return { tried: replays, harms };
    },
  },
  {
    name: "lead a laptop to two connections, or close one that works",
    promise: "P5",
    async run() {
      const harms: string[] = [];
      let tried = 0;
      for (const signal of [
        { type: "offer", sdp: "" },
        { type: "answer", sdp: "" },
      ] as const) {
        for (const attempt of [KARIM, ELLEN]) {
          for (const from of [ELLEN, KARIM]) {
            tried += 1;
            const note: Note = { ...OFFER, from, attempt, signal };
            const course = judgeNote(note, { self: ELLEN, held: "open", attempt: KARIM });
            // Ellen's id is the smaller one: she makes the offers, and takes none.
            const mayAnswer = signal.type === "answer" && attempt === KARIM && from === KARIM;
            if (course !== "drop" && !mayAnswer) harms.push(`${signal.type} led to ${course}`);
          }
        }
      }
      return { tried, harms };
    },
  },
  {
    name: "crash or overrun the signaling server",
    promise: "P5",
    async run(stage) {
      const { chance } = stage;
      const board = createSwitchboard<string>(DEFAULT_LIMITS);
      board.join("honest", 0);
      board.receive("honest", '{"type":"subscribe","topics":["room"]}', 0);
      const frames = [
        ...["", "null", "[]", "{", '{"type":"subscribe"}', '{"type":"subscribe","topics":"room"}', "[".repeat(50_000)],
        ...['{"type":"publish","topic":"room"}', '{"type":"__proto__"}', '{"type":"subscribe","topics":["__proto__"]}'],
        `{"type":"subscribe","topics":${JSON.stringify(Array.from({ length: 5000 }, (_, index) => `t${index}`))}}`,
      ];
      let delivered = 0;
      const rounds = scaled(stage, 5000);
      for (let count = 0; count < rounds; count += 1) {
        const line = `line ${count % 50}`;
        board.join(line, count);
        const frame = chance.below(2) === 0 ? chance.pick(frames) : new TextDecoder().decode(chance.bytes(60));
        delivered += board.receive(line, frame, count).length;
        if (chance.below(10) === 0) board.leave(line);
      }
      const still = board.receive("honest", '{"type":"ping"}', 60_000);
      return {
        tried: rounds,
        harms: [
          ...(still.length === 1 ? [] : ["the server does not answer any more"]),
          ...(delivered === 0 ? [] : [`${delivered} frames reached someone who was not spoken to`]),
        ],
      };
    },
  },
];
