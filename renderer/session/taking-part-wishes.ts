import type { AbsentId, ReaderId, VoiceId } from "../../shared/feed/ids.ts";
import type { Called } from "../../shared/meeting/called.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** How one is called, leaving, who is missing, and who outside the room is to read it. */
export interface TakingPartWishes {
  /** Has a voice of this laptop be called something else from now on. As what it takes part stays as it was. */
  callAnew(voice: VoiceId, profile: Profile): Promise<Result<null, Refusal>>;
  /** A voice of this laptop leaves. What it said stays, and stays its own to take back. */
  leave(voice: VoiceId): Promise<Result<null, Refusal>>;

  /** Notes that someone is missing. A name stands only where the person at the centre gives it. */
  noteAbsent(called: string): Promise<Result<AbsentId, Refusal>>;
  /** The person at the centre says what one who is missing is to be called. */
  callAbsent(absent: AbsentId, called: string): Promise<Result<null, Refusal>>;
  /** Has one who is missing be spoken of no more: whoever noted them, or the person. The name is dropped on every laptop. */
  letAbsentGo(absent: AbsentId): Promise<Result<null, Refusal>>;

  /** Names someone outside the room who is to read the record. Nothing goes to anyone by it. */
  nameReader(name: string): Promise<Result<ReaderId, Refusal>>;
  /** Takes back a reader that the voice that speaks now has named. */
  takeReaderBack(reader: ReaderId): Promise<Result<null, Refusal>>;
  /** The person at the centre says whether a reader may have a copy: under the name that the reader goes by now. */
  permitReader(reader: ReaderId, may: boolean): Promise<Result<null, Refusal>>;
  /** How a voice wishes to be called in the copy for one reader; null as in the room. Aloud, where it has no device. */
  wishNaming(voice: VoiceId, reader: ReaderId, called: Called | null): Promise<Result<null, Refusal>>;
}
