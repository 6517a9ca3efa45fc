import * as v from "valibot";
import { open, seal } from "../../shared/crypto/seal.ts";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import {
  AbsentIdSchema,
  LanguageSchema,
  PHASES,
  UtteranceIdSchema,
  VoiceIdSchema,
} from "../../shared/meeting/shapes.ts";
import { StretchSchema } from "../../shared/meeting/statements.ts";
import { attempt } from "../../shared/report.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Vault } from "../../shared/shell.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { PrivateNotes, PrivateNotesChange, Refusal } from "./meeting-session.ts";

/** The longest draft that is kept, in characters of base64: many times what can be said in one. */
export const LONGEST_KEPT_DRAFT = 32 * 1024 * 1024;

const words = v.pipe(v.string(), v.maxLength(20_000));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(2000));

/** What cannot be read of a field is left out, and the other fields stand: one of them may be from another version. */
const PrivateNotesSchema = v.object({
  live: v.fallback(v.nullable(v.boolean()), null),
  draft: v.fallback(
    v.nullable(
      v.object({
        utterance: UtteranceIdSchema,
        answers: v.nullable(UtteranceIdSchema),
        part: v.nullable(StretchSchema),
        phase: v.picklist(PHASES),
        speaker: v.nullable(VoiceIdSchema),
        corrects: v.nullable(UtteranceIdSchema),
        imagines: v.nullable(AbsentIdSchema),
        language: v.nullable(LanguageSchema),
        words: v.pipe(v.string(), v.maxLength(LONGEST_KEPT_DRAFT), v.check(isBase64)),
      }),
    ),
    null,
  ),
  margin: v.fallback(list(v.object({ id: v.pipe(v.string(), v.maxLength(64)), words, atMs: v.number() })), []),
  pages: v.fallback(
    list(v.object({ kind: v.picklist(["recovery", "how-it-began", "if-it-gets-hard"]), words, keep: v.boolean() })),
    [],
  ),
});

/** Tried in one step for each character: the pattern that valibot tries runs out of room on megabytes. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

const NOTHING: PrivateNotes = { live: null, draft: null, margin: [], pages: [] };

/** Every record name of what the voices of a meeting keep for themselves begins with this. */
export function privateRecordPrefix(meeting: MeetingId): string {
  return `private/${meeting}/`;
}

/** What a voice keeps for itself on this device; null where the vault cannot say. */
export async function readPrivateNotes(
  vault: Vault,
  meeting: MeetingId,
  { id, notesKey }: Pick<LocalVoice, "id" | "notesKey">,
): Promise<PrivateNotes | null> {
  const recordName = privateRecordPrefix(meeting) + id;
  const records = await vault.records(recordName);
  if (!records.ok) return null;
  const record = records.value.find(({ name }) => name === recordName);
  const opened = record === undefined ? null : await open(notesKey, record.sealed);
  if (opened?.ok !== true) return NOTHING;
  const json = v.pipe(v.string(), v.parseJson(), PrivateNotesSchema);
  const parsed = v.safeParse(json, new TextDecoder().decode(opened.value));
  return parsed.success ? parsed.output : NOTHING;
}

function changed(notes: PrivateNotes, change: PrivateNotesChange): PrivateNotes {
  return { ...notes, ...(typeof change === "function" ? change(notes) : change) };
}

/** The one who has the laptop, and what was read of theirs: null until it is read, and as soon as the laptop is handed over. */
interface Shown {
  readonly voice: VoiceId;
  readonly key: CryptoKey;
  notes: PrivateNotes | null;
  /** How many changes wait for it to be read. */
  unmade: number;
  read: Promise<void>;
}

/**
 * What the voice that speaks keeps for itself on this device: one record in the vault, sealed under that voice's own key.
 * Nothing of it becomes an entry. It is in memory only while the voice has the laptop in its hands.
 */
export class PrivateNotesDesk {
  readonly #ports: { readonly vault: Vault; readonly meeting: MeetingId; readonly onChange: () => void };
  #shown: Shown | null = null;
  /** Reading and writing, one after the other: what was written for a voice is there when it is read again. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(ports: { readonly vault: Vault; readonly meeting: MeetingId; readonly onChange: () => void }) {
    this.#ports = ports;
  }

  /** Who has the laptop. */
  get voice(): VoiceId | null {
    return this.#shown?.voice ?? null;
  }

  /** What the voice that has the laptop keeps for itself; the same object until it changes. Null while it is read. */
  get now(): PrivateNotes | null {
    return this.#shown?.notes ?? null;
  }

  /** Lets go of what is in memory. What is being kept is kept. */
  hide(): void {
    if (this.#shown !== null) this.#shown.notes = null;
    this.#shown = null;
  }

  /** This voice has the laptop from now on. Resolves when what it keeps for itself is read. */
  show(voice: Pick<LocalVoice, "id" | "notesKey">): Promise<void> {
    if (this.#shown?.voice === voice.id) return this.#shown.read;
    this.hide();
    const shown: Shown = { voice: voice.id, key: voice.notesKey, notes: null, unmade: 0, read: Promise.resolve() };
    this.#shown = shown;
    shown.read = this.#next(async () => {
      const { vault, meeting } = this.#ports;
      const notes = await readPrivateNotes(vault, meeting, { id: shown.voice, notesKey: shown.key });
      if (this.#shown !== shown) return;
      shown.notes = notes;
      attempt(this.#ports.onChange);
    });
    return shown.read;
  }

  /**
   * Shows the change at once and keeps it; durable when it resolves. Where it could not be kept it stays on the screen. What
   * hangs on what is there already is given as a function of it: it is asked once that is read.
   */
  async change(change: PrivateNotesChange): Promise<Result<null, Refusal>> {
    const shown = this.#shown;
    if (shown === null) return no("no-voice-here");
    if (shown.notes === null && typeof change !== "function") {
      // What does not hang on what is there would take its place unread.
      const why = await this.#whyUnread(shown);
      if (why !== null) return no(why);
    }
    // One that waits to be made of what is read is made before those that come after it.
    if (shown.notes === null || shown.unmade > 0) {
      shown.unmade += 1;
      return this.#next(() => this.#changeUnread(shown, change));
    }
    const notes = changed(shown.notes, change);
    shown.notes = notes;
    attempt(this.#ports.onChange);
    return this.#next(() => this.#keep(shown, notes));
  }

  /** Waits for what is kept to be read; why it was not, or null. */
  async #whyUnread(shown: Shown): Promise<Refusal | null> {
    await shown.read;
    if (this.#shown !== shown) return "no-voice-here";
    return shown.notes === null ? "not-saved" : null;
  }

  /** The same where they have not been read yet, or could not be; kept also if the laptop was handed over meanwhile. */
  async #changeUnread(shown: Shown, change: PrivateNotesChange): Promise<Result<null, Refusal>> {
    const { vault, meeting } = this.#ports;
    shown.unmade -= 1;
    const before = shown.notes ?? (await readPrivateNotes(vault, meeting, { id: shown.voice, notesKey: shown.key }));
    if (before === null) return no("not-saved");
    const notes = changed(before, change);
    if (this.#shown === shown) {
      shown.notes = notes;
      attempt(this.#ports.onChange);
    }
    return this.#keep(shown, notes);
  }

  async #keep({ voice, key }: Shown, notes: PrivateNotes): Promise<Result<null, Refusal>> {
    const plain = new TextEncoder().encode(JSON.stringify(notes));
    const sealed = await seal(key, plain);
    plain.fill(0);
    const { vault, meeting } = this.#ports;
    const kept = await vault.putRecord(privateRecordPrefix(meeting) + voice, sealed);
    return kept.ok ? ok(null) : no("not-saved");
  }

  /** Resolves when everything asked for so far is kept, or could not be. */
  async rest(): Promise<void> {
    await this.#work;
  }

  #next<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = this.#work.then(task);
    // Whoever asked hears how their own task went; the next one begins in any case.
    this.#work = done.catch(() => undefined);
    return done;
  }
}
