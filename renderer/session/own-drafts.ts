import { isSeenWhileWritten } from "../../shared/meeting/seen-while-written.ts";
import { fitsInEntry } from "../../shared/feed/entry.ts";
import type { Statement } from "../../shared/consent/record.ts";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import { begunAs } from "./begun-as.ts";
import { DraftKeeping, type DraftKeepingPorts } from "./draft-keeping.ts";
import { Drafts } from "./drafts.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { LocalVoices } from "./local-voices.ts";
import type { Outbox } from "./outbox.ts";
import type { TextShelf } from "./text-shelf.ts";

export interface OwnDraftsPorts extends DraftKeepingPorts {
  readonly shelf: TextShelf;
  readonly voices: LocalVoices;
  readonly outbox: Outbox;
  readonly state: () => MeetingState;
  readonly declare: (voice: LocalVoice, statement: Statement) => Promise<void>;
  readonly onChange: () => void;
}

/** What is written on this laptop: what the others are to see goes on its way at every key, the rest is kept here. */
export function ownDrafts(ports: OwnDraftsPorts): { readonly drafts: Drafts; readonly keeping: DraftKeeping } {
  const { notes, voices, outbox, state } = ports;
  const keeping = new DraftKeeping(ports);
  const drafts = new Drafts({
    shelf: ports.shelf,
    seed: ports.seed,
    isSeen: (voice, { speaker }) => {
      if (keeping.tooLong.has(voice)) return false;
      const choice = notes.voice === voice ? (notes.now?.live ?? null) : null;
      return isSeenWhileWritten(choice, speaker !== null);
    },
    kept: (voice) => keeping.of(voice),
    onKey: ({ voice }, draft, edit, begins) => {
      const local = voices.get(voice);
      if (local === null) return;
      if (!fitsInEntry(edit)) {
        keeping.tooLong.add(voice);
        // Once the key is written: the words go on here, where nobody else has seen them, and are kept.
        queueMicrotask(() => void drafts.takeBack(voice, (utterance) => letGo(local, utterance, begins)));
        return;
      }
      if (begins) void ports.declare(local, begunAs(draft, voice, state()));
      void outbox.write(local, { kind: "edit", target: draft.utterance, update: edit });
    },
    onUnseen: (voice, draft) => {
      keeping.touch(voice, draft);
    },
    onChange: ports.onChange,
  });
  return { drafts, keeping };

  /** The others let go of what they have seen of a draft, where they have seen any of it. */
  function letGo(local: LocalVoice, utterance: UtteranceId, isUnseen: boolean): Promise<void> {
    return isUnseen ? Promise.resolve() : ports.declare(local, { kind: "utterance-discarded", utterance });
  }
}
