import { isSeenWhileWritten } from "../../shared/meeting/seen-while-written.ts";
import type { Statement } from "../../shared/consent/record.ts";
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
      const choice = notes.voice === voice ? (notes.now?.live ?? null) : null;
      return isSeenWhileWritten(choice, speaker !== null);
    },
    kept: (voice) => keeping.of(voice),
    onKey: ({ voice }, draft, edit, begins) => {
      const local = voices.get(voice);
      if (local === null) return;
      if (begins) void ports.declare(local, begunAs(draft, voice, state()));
      void outbox.write(local, { kind: "edit", target: draft.utterance, update: edit });
    },
    onUnseen: (voice, draft) => {
      keeping.touch(voice, draft);
    },
    onChange: ports.onChange,
  });
  return { drafts, keeping };
}
