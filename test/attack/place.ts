import type * as Y from "yjs";
import { createMeetings } from "../../renderer/session/local-meetings.ts";
import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import { meetingBytes } from "../../shared/feed/entry.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Digest, DecisionId, UtteranceId } from "../../shared/feed/ids.ts";
import { unlock } from "../../shared/meeting/secret.ts";
import type { Result } from "../../shared/result.ts";
import type { Shell } from "../../shared/shell.ts";
import { comeInWith, passOf } from "../cast/passes.ts";
import { ellen, karim, samira, type CastVoice } from "../cast/seven-voices.ts";
import { typeAtEnd } from "../cast/typing.ts";
import { createMemoryVault, type MemoryVault } from "../twins/memory-vault.ts";
import type { Chance } from "./chance.ts";
import { ModifiedProgram, type Pen } from "./modified-program.ts";
import { differences, portraitOf, SIGN_OF_LIFE, type Portrait } from "./portrait.ts";
import { WireMesh } from "./wire-mesh.ts";

/** One honest laptop, running the program as it is. */
export interface Laptop {
  readonly name: string;
  readonly session: MeetingSession;
  readonly vault: MemoryVault;
}

/** A meeting with something in it to be attacked: Ellen's and Samira's laptops, and the modified program on Karim's. */
export interface Place {
  /** How long whoever waits for something here waits for it. */
  readonly patienceMs: number;
  readonly mesh: WireMesh;
  readonly thief: ModifiedProgram;
  readonly laptops: readonly [ellen: Laptop, samira: Laptop];
  readonly ellenId: VoiceId;
  readonly samiraId: VoiceId;
  /** What Samira has said, and what she is still writing. */
  readonly said: UtteranceId;
  readonly draft: UtteranceId;
  readonly decision: DecisionId;
  /** The text that lies before everyone: Ellen and Samira have said yes to it, Karim has not. */
  readonly proposed: Digest;
  /** The modified program introduces one more voice, and Ellen lets it in. */
  readonly letIn: (voice: CastVoice) => Promise<Pen>;
  /**
   * Takes what is true of the honest voices now for what is to stay so. `readers`: whether a newcomer with the invitation
   * can read all of it, or only those who were given a later key.
   */
  readonly lookAgain: (readers?: "everyone invited" | "those who are in") => void;
  /** One more laptop comes in with the invitation. */
  readonly newcomer: () => Promise<Laptop>;
  /** Resolves when every honest laptop has heard every other one, and with that all that was sent before. */
  readonly settle: () => Promise<void>;
  /** What harm was done since the place was opened: looks at every laptop, and at one that comes only now. */
  readonly harms: () => Promise<readonly string[]>;
  readonly close: () => void;
}

/** What a place is to be like. */
interface PlaceWish {
  /** How long whoever waits for something there waits for it. */
  readonly patienceMs?: number;
}

export type OpenPlace = (wish?: PlaceWish) => Promise<Place>;

/** How long honest laptops may take to hear each other while they are under attack. */
const PATIENCE_MS = 10_000;

const WISH = "I want to sleep.";
const UNSAID = "I don’t know yet whether";
const SUMMARY = "Samira wants to sleep. ";

/** Opens a place. `faults` collects what would stand in the consoles of honest laptops. */
export async function openPlace(
  chance: Chance,
  faults: string[],
  { patienceMs = PATIENCE_MS }: PlaceWish = {},
): Promise<Place> {
  const mesh = new WireMesh((error) => faults.push(String(error instanceof Error ? error.stack : error)));
  const sessions: MeetingSession[] = [];

  async function arrive(name: string, enter: (shell: Shell) => Promise<MeetingSession>): Promise<Laptop> {
    const vault = await createMemoryVault();
    const session = await enter(shellOver(vault));
    sessions.push(session);
    return { name, session, vault };
  }

  const ellens = await arrive("Ellen’s", async (shell) => {
    const begun = { name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: ellen.profile };
    return granted(await createMeetings(shell, mesh.ways).begin(begun));
  });
  const { meeting } = ellens.session.view();
  const join = (shell: Shell) => comeInWith(createMeetings(shell, mesh.ways), ellens.vault, meeting);
  const samiras = await arrive("Samira’s", join);
  const laptops = [ellens, samiras] as const;
  const samiraId = granted(await samiras.session.introduce(samira.profile));
  const ellenId = ellens.session.view().localVoices[0] ?? samiraId;
  const { meetingKey } = await unlock((await passOf(ellens.vault, meeting)).secret);
  const thief = new ModifiedProgram(mesh, { meeting: meetingBytes(meeting), key: meetingKey }, chance);
  await letInWho(laptops, samiraId);
  async function letInVoice(voice: CastVoice): Promise<Pen> {
    const pen = await thief.pen(voice);
    await pen.state({ kind: "voice-introduced", profile: voice.profile });
    await letInWho(laptops, voice.id);
    return pen;
  }
  await letInVoice(karim);
  const honest: ReadonlySet<VoiceId> = new Set([ellenId, samiraId]);
  const [said, draft] = await sayAndWriteOn(samiras.session);
  type(ellens.session.summary.text.doc, SUMMARY);
  const decision = granted(await ellens.session.wordDecision("Five nights at home.", false));
  await until("the decision", () => samiras.session.view().state.decisions.has(decision));
  granted(
    await samiras.session.takePosition(samiraId, decision, {
      position: "agree",
      words: "If someone comes at eight.",
      mayStand: false,
    }),
  );
  await until("her words", () => words(ellens.session, draft) === UNSAID);
  const proposed = granted(await ellens.session.propose([said]));
  granted(await ellens.session.consent(ellenId, proposed));
  await until("the text", () => samiras.session.view().revisions.has(proposed));
  granted(await samiras.session.consent(samiraId, proposed));

  let signs = 0;
  async function settle(): Promise<void> {
    for (const { session } of laptops) {
      signs += 1;
      const sign = granted(await session.wordDecision(`${SIGN_OF_LIFE} ${signs}`, false));
      const isHeard = () => laptops.every((one) => one.session.view().state.decisions.has(sign));
      await until("a sign of life", isHeard, patienceMs);
    }
  }
  await settle();
  await settle();
  let before = portraitOf(ellens.session, honest);
  let newcomersRead = true;
  const newcomer = async (): Promise<Laptop> => arrive("a newcomer’s", join);

  return {
    ...{ mesh, thief, laptops, ellenId, samiraId, said, draft, decision, proposed, newcomer, settle, patienceMs },
    letIn: letInVoice,
    lookAgain(readers = "everyone invited") {
      before = portraitOf(ellens.session, honest);
      newcomersRead = readers === "everyone invited";
    },
    async harms() {
      const found: string[] = [];
      try {
        await settle();
        await settle();
      } catch (error) {
        found.push(`the honest laptops hear each other no more: ${String(error)}`);
      }
      const late = newcomersRead ? [await newcomer()] : [];
      const all = allVoices(ellens.session);
      const seesAll = () => late.every(({ session }) => isSame(portraitOf(session, honest), before));
      await until("the newcomer", seesAll, patienceMs).catch(() => undefined);
      for (const { name, session } of [...laptops, ...late]) {
        found.push(...differences(before, portraitOf(session, honest)).map((line) => `${name} laptop – ${line}`));
      }
      const agree = () => isSame(portraitOf(samiras.session, all), portraitOf(ellens.session, all));
      await until("one picture", agree, patienceMs).catch(() =>
        found.push("Ellen’s and Samira’s laptops do not show the same"),
      );
      found.push(...faults.map((fault) => `in a console: ${fault}`));
      return found;
    },
    close() {
      for (const session of sessions) session.close();
    },
  };
}

/** Waits until something is so. */
export async function until(what: string, isSo: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** What was asked for; that it is refused is a fault of the attack, not of what it attacks. */
export function granted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Types words at the end of a document. */
export function type(doc: Y.Doc | undefined, typed: string): void {
  if (doc !== undefined) typeAtEnd(doc, typed);
}

function words(session: MeetingSession, utterance: UtteranceId): string {
  return session
    .utteranceText(utterance)
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join("");
}

function isSame(one: Portrait, other: Portrait): boolean {
  return differences(one, other).length === 0;
}

function allVoices(session: MeetingSession): ReadonlySet<VoiceId> {
  return new Set(session.view().state.voices.keys());
}

async function letInWho(laptops: readonly [Laptop, Laptop], voice: VoiceId): Promise<void> {
  const [{ session: host }] = laptops;
  await until("the knock", () => host.view().state.voices.has(voice));
  granted(await host.admit(voice));
  await until("being let in", () =>
    laptops.every(({ session }) => session.view().state.voices.get(voice)?.standing === "admitted"),
  );
}

/** Samira says something, and then has begun to write on. */
async function sayAndWriteOn(session: MeetingSession): Promise<readonly [UtteranceId, UtteranceId]> {
  type(session.draft()?.doc, WISH);
  const said = granted(await session.say());
  granted(await session.writeLive(true));
  const draft = session.draft();
  type(draft?.doc, UNSAID);
  type(session.summary.text.doc, "I’m frightened. ");
  if (draft === null) throw new Error("Samira may write");
  return [said, draft.utterance];
}

/** What a laptop runs on, as far as a meeting needs it. */
export function shellOver(vault: MemoryVault): Shell {
  return {
    kind: "browser",
    vault,
    saveFile: () => Promise.resolve(true),
    printPaper: () => Promise.resolve({ kind: "printing" }),
    signalingUrls: () => Promise.resolve(["ws://127.0.0.1:1/signaling"]),
    invitationBase: () => Promise.resolve("http://127.0.0.1:1/"),
  };
}
