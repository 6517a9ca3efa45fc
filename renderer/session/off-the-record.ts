import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { appendWords } from "../../shared/meeting/append-words.ts";
import { isWishedByAll } from "../../shared/meeting/off-the-record.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import { placeName } from "../../shared/meeting/stated.ts";
import { no, ok } from "../../shared/result.ts";
import { begunAs } from "./begun-as.ts";
import { UNSHAPED } from "./draft-shape.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { OffTheRecordWishes } from "./off-the-record-wishes.ts";
import type { Permission } from "./permission.ts";
import { FROM_FEED } from "./text-shelf.ts";

/** Going off the record, by the voice that speaks now; and what follows on this laptop when such a time ends. */
export function offTheRecord(live: LiveMeeting, permission: Permission): OffTheRecordWishes {
  const desk = live.offTheRecord;
  desk.join({
    timeOf: (place) => live.state.meeting.timesOffTheRecord.get(placeName(place)),
    onChange: () => {
      live.picture.change();
    },
  });
  // Everything that is stated changes the picture, and so does a voice that is unlocked.
  live.picture.subscribe(() => {
    desk.show();
    for (const { voice, words } of desk.takeKept((one) => live.voices.get(one) !== null)) {
      const local = live.voices.get(voice);
      if (local !== null) void keep(local, words);
    }
  });

  /** What was said and kept here and is not saved yet: a time that is ended here afterwards is ended after it. */
  const underWay = new Set<Promise<unknown>>();
  async function inTime<Value>(stating: Promise<Value>): Promise<Value> {
    underWay.add(stating);
    try {
      return await stating;
    } finally {
      underWay.delete(stating);
    }
  }

  return {
    async beginOffTheRecord() {
      const local = permission.mayAct();
      if (!local.ok || live.state.meeting.offTheRecord !== null) return local.ok ? ok(null) : local;
      return permission.declared(local, { kind: "off-the-record-begun" });
    },
    spokenOff: () => desk.shown,
    async speakOff(words) {
      const local = permission.maySayOff();
      if (!local.ok) return local;
      const time = live.state.meeting.offTheRecord;
      if (time === null) return no("on-the-record");
      if (words.trim() === "") return no("nothing-written");
      const { id, pen } = local.value;
      if (!desk.speak(id, time, words, createOwnedId(pen.mark))) return no("off-the-record-full");
      if (!time.spoke.has(id)) {
        await inTime(live.declare(local.value, { kind: "off-the-record-spoken", feed: time.feed, seq: time.seq }));
      }
      return ok(null);
    },
    async keepWhatWasSaid() {
      const time = live.state.meeting.offTheRecord;
      if (time === null) return no("on-the-record");
      const { feed, seq } = time;
      return inTime(permission.declared(permission.mayAct(), { kind: "off-the-record-kept", feed, seq }));
    },
    async backOnTheRecord() {
      const by = permission.mayAct();
      if (!by.ok) return by;
      await Promise.allSettled(underWay);
      const ended = new Set<string>();
      // Two laptops can have gone off the record at once without knowing: whoever ends it means both.
      for (;;) {
        const time = live.state.meeting.offTheRecord;
        if (time === null || ended.has(placeName(time))) return ok(null);
        ended.add(placeName(time));
        const { feed, seq } = time;
        await live.declare(by.value, { kind: "off-the-record-ended", feed, seq, kept: isWishedByAll(time) });
      }
    },
  };

  /** Writes words that all who spoke wish to keep into the record, as an utterance of their voice. */
  async function keep(local: LocalVoice, words: string): Promise<void> {
    const { id, pen, own } = local;
    const utterance = createOwnedId<UtteranceId>(pen.mark);
    const doc = live.shelf.openDoc(utterance, pen.clientId);
    const edits: Bytes[] = [];
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      // Yjs encodes into buffers of its own, which are ordinary ones.
      if (origin !== FROM_FEED) edits.push(update as Bytes);
    });
    appendWords(doc, words);
    const others = live.feeds.headsOf(id, own.head.feed);
    await Promise.all([
      live.declare(local, begunAs({ utterance, ...UNSHAPED }, id, live.state.meeting)),
      ...edits.map((update) => live.outbox.write(local, { kind: "edit", target: utterance, update })),
      live.declare(local, { kind: "utterance-said", utterance, others }),
    ]);
    live.shelf.release(utterance);
  }
}
