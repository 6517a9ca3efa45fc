import { beforeEach, describe, expect, it } from "vitest";
import { soon } from "../../../cast/soon.ts";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { encodeStatement, type Statement } from "../../../../shared/consent/record.ts";
import { digestOf } from "../../../../shared/consent/root.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { meetingBytes, parseEntry } from "../../../../shared/feed/entry.ts";
import { clientIdOf } from "../../../../shared/feed/head.ts";
import type { DocName, UtteranceId } from "../../../../shared/feed/ids.ts";
import { openWithAny } from "../../../../shared/feed/verify.ts";
import { createEntry, type EntryWish, type MeetingSecrets } from "../../../../shared/feed/write.ts";
import { unlock } from "../../../../shared/meeting/secret.ts";
import { SUMMARY_DOC } from "../../../../shared/meeting/owned-id.ts";
import { wordsUnder } from "../../../attack/yjs-updates.ts";
import { comeIn, granted, laptopIn, say, type, type Laptop } from "../../../cast/laptops.ts";
import { passOf } from "../../../cast/passes.ts";
import { ellen as ellensKeys, karim, samira as samirasKeys } from "../../../cast/seven-voices.ts";
import { firstHead, NOWHERE } from "../../../cast/writing.ts";
import { freeze, paragraph } from "../../../cast/samiras-meeting.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";

let room: MemoryRoom;
let laptops: readonly [Laptop, Laptop];
let ellen: MeetingSession;
let samira: MeetingSession;
let secrets: MeetingSecrets;

/** Everything readable in what these laptops keep. */
async function kept(): Promise<string> {
  const entries = await Promise.all(laptops.map(({ vault }) => entriesKept(vault, ellen.view().meeting)));
  const opened = entries.flat().map(async ({ bytes }) => {
    const entry = parseEntry(bytes);
    if (!entry.ok || entry.value.sealed === null) return "";
    return Buffer.from((await openWithAny(secrets, entry.value.sealed)) ?? []).toString("utf8");
  });
  return (await Promise.all(opened)).join("\n");
}

/** Karim's program in one of its sessions: it makes entries now, which may arrive later. */
function karimsPen(session: number) {
  let head = firstHead(karim, session);
  const entry = async (wish: Pick<EntryWish, "doc" | "kind" | "payload">): Promise<Bytes> => {
    const made = await createEntry(secrets, karim.privateKey, head, { ...wish, at: Date.now() * 1024 + head.nextSeq });
    head = made.head;
    return made.bytes;
  };
  return {
    state: (statement: Statement) => entry({ kind: "statement", doc: NOWHERE, payload: encodeStatement(statement) }),
    edit: async (doc: DocName, words: string) => {
      const clientId = await clientIdOf(secrets.meeting, head.publicKey, head.session);
      return entry({ kind: "edit", doc, payload: wordsUnder(clientId, words) });
    },
  };
}

beforeEach(async () => {
  room = new MemoryRoom();
  laptops = [await laptopIn(room), await laptopIn(room)];
  const wish = { name: "", personCalled: "Samira", language: "en", profile: ellensKeys.profile };
  ellen = granted(await laptops[0].meetings.begin(wish));
  const { meetingKey: key } = await unlock((await passOf(laptops[0].vault, ellen.view().meeting)).secret);
  secrets = { meeting: meetingBytes(ellen.view().meeting), key };
  samira = await comeIn(laptops[1], ellen);
  const samiraId = granted(await samira.introduce(samirasKeys.profile));
  room.putAnything(await karimsPen(1).state({ kind: "voice-introduced", profile: karim.profile }));
  for (const id of [samiraId, karim.id]) {
    await soon(() => {
      expect(ellen.view().state.voices.has(id)).toBe(true);
    });
    granted(await ellen.admit(id));
  }
  await soon(() => {
    expect(samira.view().state.voices.get(karim.id)?.standing).toBe("admitted");
    expect(samira.draft()).not.toBeNull();
  });
});

/** Lets everything that was put work its way through. */
async function settled(): Promise<void> {
  const said = await say(ellen, "Yes.");
  await soon(() => {
    expect(samira.view().state.utterances.get(said)?.said).toBe(true);
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("words that come when they were let go of already", () => {
  it("are not kept when they still waited here to be saved", async () => {
    const samiraId = samira.view().speakingAs;
    ellen.shapeDraft({ speaker: samiraId });
    type(ellen, "Samira says ");
    const utterance = ellen.draft()?.utterance ?? ("" as UtteranceId); // Ellen may write, so there is a draft
    await soon(() => {
      expect(samira.view().state.utterances.get(utterance)?.voice).toBe(samiraId);
    });
    laptops[0].vault.failWith = "vault-full";
    type(ellen, "that Dad left.");
    granted(await samira.refuseWords(utterance));
    await soon(() => {
      expect(ellen.view().state.erased.has(utterance)).toBe(true);
    });
    laptops[0].vault.failWith = null;
    await soon(() => {
      expect(ellen.view().saving).toBe("saved");
    });
    await settled();
    expect(await kept()).not.toContain("Dad left");
    expect(ellen.utteranceText(utterance)).toEqual([]);
  });

  it("are not kept when a draft for consent brings them that was made on a laptop that was off", async () => {
    const utterance = await say(samira, "It was like this when Dad left.");
    const revision = {
      ...freeze({}),
      utterances: [
        {
          id: utterance,
          voice: samirasKeys.id,
          answers: null,
          phase: "conversation" as const,
          paragraphs: [paragraph([samirasKeys, "It was like this when Dad left."])],
        },
      ],
    };
    const pen = karimsPen(2);
    const proposal = await pen.state({ kind: "revision-proposed", digest: await digestOf(revision), revision });
    granted(await samira.withdraw(utterance, false));
    await soon(async () => {
      expect(ellen.view().state.erased.has(utterance)).toBe(true);
      expect(await kept()).not.toContain("Dad left");
    });
    room.putAnything(proposal);
    await settled();
    expect(await kept()).not.toContain("Dad left");
  });

  it("are not shown when a voice that was removed begins anew with them", async () => {
    granted(await ellen.removeVoice(karim.id));
    await soon(() => {
      expect(samira.view().state.removalsProposed).toHaveLength(1);
    });
    for (const wish of samira.view().state.removalsProposed) granted(await samira.secondRemoval(wish));
    await soon(() => {
      expect(ellen.view().state.voices.get(karim.id)?.standing).toBe("removed");
    });
    room.putAnything(await karimsPen(3).edit(SUMMARY_DOC, "Still writing: Dad left."));
    await settled();
    for (const session of [ellen, samira]) expect(JSON.stringify(session.summaryText())).not.toContain("Dad left");
    expect(await kept()).not.toContain("Dad left");
  });
});
