import { beforeEach, describe, expect, it } from "vitest";
import { comeInWith, passOf } from "../../../cast/passes.ts";
import { soon } from "../../../cast/soon.ts";
import * as Y from "yjs";
import { createMeetings } from "../../../../renderer/session/local-meetings.ts";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { encodeStatement, type Statement } from "../../../../shared/consent/record.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { meetingBytes, parseEntry } from "../../../../shared/feed/entry.ts";
import { clientIdOf, type FeedHead } from "../../../../shared/feed/head.ts";
import type { DocName, UtteranceId, VoiceId } from "../../../../shared/feed/ids.ts";
import { createEntry, type EntryWish, type MeetingSecrets } from "../../../../shared/feed/write.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { unlock } from "../../../../shared/meeting/secret.ts";
import { docOfUtterance, SUMMARY_DOC } from "../../../../shared/meeting/owned-id.ts";
import type { Result } from "../../../../shared/result.ts";
import type { Shell, Vault } from "../../../../shared/shell.ts";
import { ellen, karim, samira, stranger } from "../../../cast/seven-voices.ts";
import { emptyDoc, typeAtEnd } from "../../../cast/typing.ts";
import { firstHead, forge, NOWHERE, withoutPayload } from "../../../cast/writing.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";
import { createMemoryVault } from "../../../twins/memory-vault.ts";

/** A room in which a modified program listens too. */
class OverheardRoom extends MemoryRoom {
  readonly heard: Bytes[] = [];

  override putAnything(...bytes: readonly Bytes[]): void {
    this.heard.push(...bytes);
    super.putAnything(...bytes);
  }
}

let room: OverheardRoom;
let ellens: MeetingSession;
let ellensVault: Vault;
let samiras: MeetingSession;
let samiraId: VoiceId;
let secrets: MeetingSecrets;

async function newShell(): Promise<Shell> {
  return {
    kind: "browser",
    vault: await createMemoryVault(),
    saveFile: () => Promise.resolve(true),
    printPaper: () => Promise.resolve({ kind: "printing" }),
    signalingUrls: () => Promise.resolve(["ws://127.0.0.1:1/signaling"]),
    invitationBase: () => Promise.resolve("http://127.0.0.1:1/"),
  };
}

function granted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

function type(doc: Y.Doc | undefined, words: string): void {
  if (doc !== undefined) typeAtEnd(doc, words);
}

/** What an editor under a client id makes of these words. */
function editBy(clientId: number, words: string): Bytes {
  const doc = emptyDoc(clientId);
  const seeded = Y.encodeStateVector(doc);
  type(doc, words);
  return new Uint8Array(Y.encodeStateAsUpdate(doc, seeded));
}

function recordOf(session: MeetingSession): readonly string[] {
  return session.view().state.order.map((id) => plainText(session.utteranceText(id)));
}

beforeEach(async () => {
  room = new OverheardRoom();
  const wish = { name: "", personCalled: "Samira", language: "en", profile: ellen.profile };
  const shell = await newShell();
  ellens = granted(await createMeetings(shell, room.ways).begin(wish));
  const { meeting } = ellens.view();
  samiras = await comeInWith(createMeetings(await newShell(), room.ways), shell.vault, meeting);
  samiraId = granted(await samiras.introduce(samira.profile));
  await soon(() => {
    expect(ellens.view().state.voices.has(samiraId)).toBe(true);
  });
  granted(await ellens.admit(samiraId));
  await soon(() => {
    expect(samiras.draft()).not.toBeNull();
  });
  type(samiras.draft()?.doc, "I want to sleep.");
  granted(await samiras.say());
  await soon(() => {
    expect(recordOf(ellens)).toEqual(["I want to sleep."]);
  });
  ellensVault = shell.vault;
  const { meetingKey } = await unlock((await passOf(ellensVault, meeting)).secret);
  secrets = { meeting: meetingBytes(meeting), key: meetingKey };
});

/** Lets everything that was put work its way through. */
async function settled(): Promise<void> {
  type(ellens.draft()?.doc, ".");
  const said = granted(await ellens.say());
  await soon(() => {
    expect(samiras.view().state.utterances.get(said)?.said).toBe(true);
  });
}

/** One feed of a modified program: it has the link, keys of its own, and writes what it likes. */
function pen(voice: typeof karim) {
  let head: FeedHead = firstHead(voice);
  return {
    clientId: () => clientIdOf(secrets.meeting, head.publicKey, head.session),
    async put(wish: Partial<EntryWish>): Promise<void> {
      const payload = new Uint8Array(0);
      const written = await createEntry(secrets, voice.privateKey, head, {
        kind: "edit",
        doc: NOWHERE,
        at: head.at + 1,
        payload,
        ...wish,
      });
      head = written.head;
      room.putAnything(written.bytes);
    },
    state(statement: Statement) {
      return this.put({ kind: "statement", payload: encodeStatement(statement) });
    },
  };
}

const hers = (): UtteranceId => samiras.view().state.order[0] ?? ("" as UtteranceId); // she has said something

describe("someone with a modified program who holds the secret and was not admitted", () => {
  it("says nothing that anyone sees before being let in, and is not shown as put aside for trying", async () => {
    const hostile = pen(stranger);
    await hostile.state({ kind: "voice-admitted", voice: stranger.id });
    await hostile.put({ doc: SUMMARY_DOC, payload: editBy(await hostile.clientId(), "Samira is ill.") });
    await hostile.state({ kind: "paused" });
    await hostile.put({ doc: docOfUtterance(hers()), payload: editBy(await hostile.clientId(), "I am ill.") });
    await settled();
    for (const session of [ellens, samiras]) {
      expect(plainText(session.summaryText())).toBe("");
      expect(recordOf(session)[0]).toBe("I want to sleep.");
      expect(session.view()).toMatchObject({ quarantines: [], state: { pause: null } });
    }
  });

  it("speaks for nobody else: a signature of one's own under another's name is not hers", async () => {
    const theirs = room.heard.map(parseEntry).find((entry) => entry.ok && entry.value.voice === samiraId);
    if (theirs?.ok !== true) throw new Error("she has said something");
    const { publicKey, session } = theirs.value.header;
    for (const seq of [0, 1, 5, 6, 7]) {
      const statement = new TextDecoder().decode(encodeStatement({ kind: "utterance-discarded", utterance: hers() }));
      const forged = await forge(secrets, karim, { publicKey, session, seq, words: statement, at: 2 ** 51 });
      room.putAnything(forged.bytes);
    }
    await settled();
    expect(recordOf(ellens)[0]).toBe("I want to sleep.");
    expect(ellens.view().quarantines).toEqual([]);
  });

  it("cannot silence her by taking the payloads off her entries, not even for someone who joins later", async () => {
    room.putAnything(...room.heard.map(withoutPayload));
    const layla = await comeInWith(createMeetings(await newShell(), room.ways), ellensVault, ellens.view().meeting);
    await soon(() => {
      expect(recordOf(layla)).toEqual(["I want to sleep."]);
    });
    await settled();
    expect(ellens.view().quarantines).toEqual([]);
    expect(layla.view().quarantines).toEqual([]);
  });

  it("stops no screen with an edit that Yjs fails to take in", async () => {
    const hostile = pen(karim);
    await hostile.state({ kind: "voice-introduced", profile: karim.profile });
    await soon(() => {
      expect(ellens.view().state.voices.has(karim.id)).toBe(true);
    });
    granted(await ellens.admit(karim.id));
    const edit = editBy(await hostile.clientId(), "x");
    for (let at = 0; at < edit.length; at += 1) await pen(karim).put({ doc: SUMMARY_DOC, payload: edit.with(at, 7) });
    await settled();
    type(samiras.summary.text.doc, "I’m frightened.");
    await soon(() => {
      expect(plainText(ellens.summaryText())).toContain("I’m frightened.");
    });
  });

  it("once let in and caught breaking a rule, is shown as put aside on every screen", async () => {
    const hostile = pen(karim);
    await hostile.state({ kind: "voice-introduced", profile: karim.profile });
    await soon(() => {
      expect(ellens.view().state.voices.has(karim.id)).toBe(true);
    });
    granted(await ellens.admit(karim.id));
    await hostile.put({ doc: "nowhere" as DocName, payload: editBy(await hostile.clientId(), "x") }); // a document nobody has
    await soon(() => {
      for (const session of [ellens, samiras]) {
        expect(session.view().quarantines).toMatchObject([{ voice: karim.id, reason: "document-unknown" }]);
      }
    });
    expect(recordOf(ellens)).toEqual(["I want to sleep."]);
  });
});
