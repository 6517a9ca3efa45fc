import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Draft } from "./writing-wishes.ts";

/** What a voice needs to write: its Yjs client id and the mark of its utterances. */
export interface Pen {
  readonly voice: VoiceId;
  readonly clientId: number;
  readonly mark: Bytes;
}

/** A draft that is open on this laptop. */
export interface Open {
  readonly pen: Pen;
  draft: Draft;
  begun: boolean;
  /** Whether words were written in it that are kept from the others until they are said. */
  keptBack: boolean;
  /** Whether its writer has said to which phase it belongs. */
  phaseChosen: boolean;
}
