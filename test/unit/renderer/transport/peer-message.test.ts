import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writeSyncStep2, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { describe, expect, it } from "vitest";
import { createDoorkeeper } from "../../../../renderer/transport/doorkeeper.ts";
import {
  encodePresence,
  encodeQuestion,
  encodeSyncStep1,
  isSyncStep1,
  parsePeerMessage,
} from "../../../../renderer/transport/peer-message.ts";

function message(type: number, write: (encoder: encoding.Encoder) => void = () => undefined) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

function presence(state: Record<string, unknown>) {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(state);
  const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
  awareness.destroy();
  return message(1, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

const HOLDINGS = [
  { client: 5, clock: 3, fingerprint: new Uint8Array(16).fill(1) },
  { client: 2 ** 53 - 1, clock: 70, fingerprint: new Uint8Array(16).fill(2) },
];
const question = encodeQuestion(HOLDINGS);
/** Karim's laptop has introduced itself as 7, and is shown as 70. */
const NAMES = { own: () => 7, here: 70 };

describe("What laptops say to each other over a data channel", () => {
  it("may be a question, which y-webrtc answers in its own form", () => {
    expect(parsePeerMessage(question)).toEqual({ kind: "question", holdings: HOLDINGS });
    expect(parsePeerMessage(encodeQuestion([]))).toEqual({ kind: "question", holdings: [] });
    expect(isSyncStep1(encodeSyncStep1(new Map([[5, 3]])))).toBe(true);
    expect(isSyncStep1(question)).toBe(false);
  });

  it("is understood when y-webrtc wrote it", () => {
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    expect(parsePeerMessage(message(0, (encoder) => writeSyncStep2(encoder, new Y.Doc())))).toEqual({
      kind: "answer",
      update,
    });
    expect(parsePeerMessage(message(0, (encoder) => writeUpdate(encoder, update)))).toEqual({ kind: "update", update });
    expect(parsePeerMessage(message(3))).toEqual({ kind: "presence-question" });
    expect(parsePeerMessage(presence({}))).toMatchObject({ kind: "presence", presences: [{ state: {} }] });
    expect(parsePeerMessage(presence({ p: "AAEC", more: "nothing" }))).toMatchObject({
      kind: "presence",
      presences: [{ clock: 1, state: { p: "AAEC" } }],
    });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["an unknown type", message(9)],
    ["a note about BroadcastChannel peers", message(4, (encoder) => encoding.writeUint8(encoder, 1))],
    ["an unknown step", Uint8Array.of(0, 7, 0)],
    ["a length that leads beyond the end", Uint8Array.of(0, 2, 200, 1, 1)],
    ["a number without end", Uint8Array.of(0, ...Array.from({ length: 30 }, () => 255))],
    ["something after its end", Uint8Array.of(...question, 1)],
    ["a question by numbers only", encodeSyncStep1(new Map())],
    ["a question that ends too early", question.slice(0, -1)],
    ["a question about more feeds than there can be", Uint8Array.of(112, 255, 255, 3)],
    ["presence that is no text", presence({ p: { toString: "evil" } })],
    ["presence that is far too long", presence({ p: "A".repeat(700_000) })],
    [
      "presence that is no JSON",
      message(1, (encoder) => {
        encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 5, 0, 1, 123));
      }),
    ],
    [
      "the presences of a crowd",
      message(1, (encoder) => {
        encoding.writeVarUint8Array(encoder, Uint8Array.of(100));
      }),
    ],
  ])("is not passed on when it is %s", (_, bytes) => {
    expect(parsePeerMessage(bytes)).toBeNull();
    expect(
      createDoorkeeper(
        (update) => update,
        () => 0,
        NAMES,
      )(bytes),
    ).toEqual({ kind: "refuse" });
  });

  it("does not include asking for everything again and again", () => {
    let nowMs = 0;
    const admit = createDoorkeeper(
      (update) => update,
      () => nowMs,
      NAMES,
    );
    const answers = Array.from({ length: 50 }, () => admit(question));
    expect(answers.filter(({ kind }) => kind === "question")).toHaveLength(8);
    nowMs = 2000;
    expect([admit(question), admit(question), admit(question)]).toMatchObject([
      { kind: "question" },
      { kind: "question" },
      { kind: "refuse" },
    ]);
  });

  it("leaves it to the wire doc which updates are taken", () => {
    const update = message(0, (encoder) => writeSyncStep2(encoder, new Y.Doc()));
    expect(
      createDoorkeeper(
        (update) => update,
        () => 0,
        NAMES,
      )(update),
    ).toEqual({ kind: "answer", message: update });
    expect(
      createDoorkeeper(
        () => null,
        () => 0,
        NAMES,
      )(update),
    ).toEqual({ kind: "refuse" });
  });

  it("shows nobody's presence but the peer's own, under the name it has here", () => {
    const judge = createDoorkeeper(
      () => null,
      () => 0,
      NAMES,
    );
    const says = (client: number, clock: number, state: { p: string } | null) =>
      judge(encodePresence({ client, clock, state }));
    expect(says(8, 2 ** 40, null)).toEqual({ kind: "refuse" });
    expect(says(70, 1, { p: "AAEC" })).toEqual({ kind: "refuse" });
    expect(says(7, 2 ** 40, { p: "AAEC" })).toEqual({
      kind: "pass",
      message: encodePresence({ client: 70, clock: 1, state: { p: "AAEC" } }),
    });
    expect(says(7, 1, null)).toEqual({
      kind: "pass",
      message: encodePresence({ client: 70, clock: 2, state: null }),
    });
  });
});
