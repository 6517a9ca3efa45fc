import * as Y from "yjs";
import { createDoorkeeper } from "../../../renderer/transport/doorkeeper.ts";
import { Assembler, introductionFrame, splitMessage } from "../../../renderer/transport/fragments.ts";
import {
  encodePresence,
  encodeQuestion,
  encodeSync,
  encodeSyncStep1,
  parsePeerMessage,
} from "../../../renderer/transport/peer-message.ts";
import { decodeSlots, encodeRun, encodeSlots } from "../../../renderer/transport/slots.ts";
import { WireDoc } from "../../../renderer/transport/wire-doc.ts";
import { parseStatement } from "../../../shared/consent/record.ts";
import { sameBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import { encodeEntry, encodeHeader, parseEntry } from "../../../shared/feed/entry.ts";
import { Inbox } from "../../../shared/feed/inbox.ts";
import { readEdit } from "../../../shared/text/edit.ts";
import { karim, samira } from "../../cast/seven-voices.ts";
import { meetingSecrets, withoutPayload, write } from "../../cast/writing.ts";
import { wordsUnder } from "../yjs-updates.ts";
import { mutated } from "./mutate.ts";
import { broken, type Target } from "./target.ts";

const secrets = await meetingSecrets();
const { entries } = await write(secrets, samira, ["I want to sleep.", { words: "x", kind: "edit" }, "and more"]);
const { entries: others } = await write(secrets, karim, ["What is wrong with her?", '{"kind":"paused"}']);
const someEntries: readonly Bytes[] = [...entries, ...others, ...entries.map(withoutPayload)];

const edited = new Y.Doc();
edited.clientID = 7;
edited.getArray("a").push([1, "two", { three: 3 }, new Uint8Array(4), null]);
edited.getArray("a").delete(1, 2);
edited.getText("t").insert(0, "words", { bold: true });
const edits: readonly Bytes[] = [
  wordsUnder(7, "I’m frightened."),
  new Uint8Array(Y.encodeStateAsUpdate(edited)),
  new Uint8Array(Y.mergeUpdates([wordsUnder(8, "a"), wordsUnder(9, "b")])),
];

const wire: readonly Bytes[] = [
  encodeRun({ client: 5, clock: 0, contents: entries }),
  encodeRun({ client: 5, clock: 3, contents: others }),
  encodeSlots([{ client: 6, clock: 9, bytes: new Uint8Array([1]) }]),
  Y.mergeUpdates([
    encodeRun({ client: 1, clock: 0, contents: entries }),
    encodeRun({ client: 2, clock: 0, contents: [] }),
  ]),
].map((update) => new Uint8Array(update));

const messages: readonly Bytes[] = [
  ...wire.map((update) => encodeSync("update", update)),
  encodeSync("answer", wire[0] ?? new Uint8Array(0)),
  encodeQuestion([{ client: 5, clock: 3, fingerprint: new Uint8Array(16) }]),
  encodeSyncStep1(new Map([[5, 3]])),
  encodePresence({ client: 7, clock: 1, state: { p: "AAEC" } }),
  encodePresence({ client: 7, clock: 2, state: null }),
  Uint8Array.of(3),
];

/** Readers of bytes that other laptops send. */
export const bytesFromOutside: readonly Target[] = [
  {
    name: "entry",
    share: 150,
    prepare: async (chance) => () => {
      const bytes = mutated(someEntries, chance);
      const parsed = parseEntry(bytes);
      if (!parsed.ok) return;
      const { header, headerBytes, signature, sealed } = parsed.value;
      if (!sameBytes(encodeHeader(header), headerBytes)) broken("a header has two encodings");
      if (!sameBytes(encodeEntry(headerBytes, signature, sealed), bytes)) broken("an entry has two encodings");
    },
  },
  {
    name: "feed",
    share: 15,
    prepare: async (chance) => async () => {
      const inbox = new Inbox(secrets, 64 * 1024);
      const genuine = new Set([...entries, ...others].map((bytes) => bytes.join()));
      const received = await inbox.receive([mutated(someEntries, chance), mutated(someEntries, chance)]);
      for (const { bytes, payload } of received.entries) {
        if (payload !== null && !genuine.has(bytes.join())) broken("an entry was believed that nobody made");
      }
    },
  },
  {
    name: "statement",
    share: 60,
    prepare: async (chance) => {
      const texts = [
        '{"kind":"paused"}',
        '{"kind":"next-meeting-set","text":"Thursday"}',
        '{"kind":"voice-left","x":[{}]}',
      ];
      const valid = texts.map((text) => new TextEncoder().encode(text));
      return () => parseStatement(mutated(valid, chance));
    },
  },
  {
    name: "edit",
    share: 80,
    prepare: async (chance) => () => {
      const update = mutated(edits, chance);
      // What passes has to be taken in by every document, whatever is in it already.
      if (readEdit(update) === null) return;
      const doc = new Y.Doc();
      Y.applyUpdate(doc, edits[0] ?? update);
      Y.applyUpdate(doc, update);
      doc.destroy();
    },
  },
  {
    name: "wire update",
    share: 120,
    prepare: async (chance) => {
      let doc = new WireDoc(() => undefined);
      let count = 0;
      return () => {
        const update = mutated(wire, chance);
        const slots = decodeSlots(update);
        const admitted = doc.admit(update);
        if (admitted === null) return;
        if (slots === null) broken("an update of another form was admitted");
        Y.applyUpdate(doc.doc, admitted);
        count += 1;
        if (count % 300 !== 0) return;
        doc.destroy();
        doc = new WireDoc(() => undefined);
      };
    },
  },
  {
    name: "peer message",
    share: 150,
    prepare: async (chance) => {
      const judge = createDoorkeeper(
        (update) => update,
        () => 0,
        { own: () => 7, here: 70 },
      );
      return () => {
        const message = mutated(messages, chance);
        const parsed = parsePeerMessage(message);
        const admission = judge(message);
        if (parsed === null && admission.kind !== "refuse") broken("a malformed message was let through");
      };
    },
  },
  {
    name: "frames",
    share: 100,
    prepare: async (chance) => {
      const frames = [...messages.flatMap((message) => splitMessage(message)), introductionFrame(5), Uint8Array.of(2)];
      let assembler = new Assembler(1024 * 1024);
      return () => {
        const { kind } = assembler.accept(mutated(frames, chance));
        if (kind === "malformed") assembler = new Assembler(1024 * 1024);
      };
    },
  },
];
