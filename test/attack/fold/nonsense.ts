import { encodeStatement, type Statement } from "../../../shared/consent/record.ts";
import type { DecisionId, UtteranceId } from "../../../shared/feed/ids.ts";
import { createOwnedId, docOfUtterance, writerMark } from "../../../shared/meeting/owned-id.ts";
import { hostileWords } from "../../cast/hostile-words.ts";
import { karim } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { wordsUnder } from "../yjs-updates.ts";

const mark = await writerMark(publicKeyOf(karim));

function begun(utterance: UtteranceId, after: UtteranceId | null, answers: UtteranceId | null): Statement {
  return { kind: "utterance-begun", utterance, after, answers, phase: "conversation" };
}

/** Statements that are well signed, well formed, allowed, and mean nothing. */
export const sayingNonsense: readonly Attack[] = [
  inAMeeting("let utterances follow and answer each other in circles", "P5", async (place, stage) => {
    const pen = await place.thief.pen();
    const ids = Array.from({ length: scaled(stage, 300) }, () => createOwnedId<UtteranceId>(mark));
    const entries = [];
    for (const [index, id] of ids.entries()) {
      const next = ids[(index + 1) % ids.length] ?? id;
      entries.push(await pen.entry({ kind: "statement", payload: encodeStatement(begun(id, next, id)) }));
      entries.push(
        await pen.entry({ kind: "statement", payload: encodeStatement({ kind: "utterance-said", utterance: id }) }),
      );
    }
    place.thief.put(entries);
    return { tried: ids.length };
  }),
  inAMeeting("let utterances follow each other in a chain of thousands", "P5", async (place, stage) => {
    const pen = await place.thief.pen();
    const entries = [];
    let after: UtteranceId | null = null;
    for (let count = 0; count < scaled(stage, 3000); count += 1) {
      const id = createOwnedId<UtteranceId>(mark);
      entries.push(await pen.entry({ kind: "statement", payload: encodeStatement(begun(id, after, after)) }));
      after = id;
    }
    place.thief.put(entries.reverse());
    return { tried: entries.length };
  }),
  inAMeeting("state what cannot be read", "P5", async ({ thief }, { chance }) => {
    const texts = [
      ...[
        "",
        "null",
        "[]",
        "{}",
        '"kind"',
        '{"kind":"__proto__"}',
        '{"kind":{"kind":"paused"}}',
        "\uFEFF{}",
        "{",
        "1e999",
      ],
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      `{"kind":"paused","__proto__":{"kind":"resumed"}}${" ".repeat(9)}`,
      '{"kind":"voice-admitted","voice":"did:key:z6Mk"}',
      '{"kind":"resumed","feed":"x","seq":-1}',
      `{"kind":"next-meeting-set","text":${JSON.stringify("x".repeat(1001))}}`,
      '{"kind":"revision-proposed","digest":"00","revision":null}',
      `{"kind":"arrangements-noted","comes":${JSON.stringify(Array.from({ length: 17 }, () => ({ who: "", when: "" })))},"ring":[]}`,
    ];
    const payloads = [
      ...texts.map((text) => new TextEncoder().encode(text)),
      chance.bytes(99),
      Uint8Array.of(0xff, 0xfe),
    ];
    for (const payload of payloads.filter((_, index) => index !== 11)) {
      thief.put([await (await thief.pen()).entry({ kind: "statement", payload })]);
    }
    return { tried: payloads.length - 1 };
  }),
  inAMeeting("name things with words that would like to be more", "P1", async (place) => {
    const { thief, said } = place;
    const pen = await thief.pen();
    for (const words of hostileWords) {
      const id = createOwnedId<UtteranceId>(mark);
      await pen.state({ kind: "decision-worded", decision: createOwnedId<DecisionId>(mark), text: words });
      await pen.state(begun(id, said, said));
      await pen.edit(docOfUtterance(id), wordsUnder(pen.clientId, words));
      await pen.state({ kind: "utterance-said", utterance: id });
    }
    return { tried: hostileWords.length * 2 };
  }),
  inAMeeting("speak of what does not exist", "P5", async (place) => {
    const pen = await place.thief.pen();
    const nothing = createOwnedId<UtteranceId>(mark);
    const statements: readonly Statement[] = [
      begun(createOwnedId<UtteranceId>(mark), nothing, nothing),
      { kind: "utterance-said", utterance: nothing },
      { kind: "utterance-discarded", utterance: nothing },
      {
        kind: "position-taken",
        decision: createOwnedId<DecisionId>(mark) satisfies DecisionId,
        ...{ wording: "", position: "agree", words: "" },
      },
      { kind: "consent-withheld", digest: "00".repeat(32) as never, words: "" }, // a digest by its pattern
      { kind: "consent-taken-back", digest: "00".repeat(32) as never }, // likewise
      { kind: "resumed", feed: `${karim.id}/${"A".repeat(22)}` as never, seq: 2 ** 40 }, // a feed's name by its pattern
      { kind: "hosting-given", voice: place.samiraId },
      { kind: "voice-admitted", voice: place.ellenId },
    ];
    for (const statement of statements) await pen.state(statement);
    return { tried: statements.length };
  }),
];
