import type { MeetingId, PageId, VoiceId } from "../../shared/feed/ids.ts";
import type { PageKind } from "../../shared/meeting/room-statements.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** A page of the person's own, as the voice that speaks now may read it. */
export interface PageShown {
  readonly id: PageId;
  readonly of: PageKind;
  readonly by: VoiceId;
  readonly words: string;
  /** With whom it is shared besides its own voice. */
  readonly to: ReadonlySet<VoiceId> | "everyone";
}

/** Pages that were kept for the next time, in an earlier meeting on this device. */
export interface EarlierPages {
  readonly meeting: MeetingId;
  readonly name: string;
  readonly voice: VoiceId;
  /** Whether the voice's PIN has to be given to read them. Whether there are any is not known before. */
  readonly locked: boolean;
}

/** The person's own pages: written for oneself, shared only if and with whom their voice chooses, and taken back again. */
export interface OwnPagesWishes {
  /** The shared pages that the voice that speaks now may read; the same object until they change. */
  sharedPages(): readonly PageShown[];
  /** Shares a page with everyone here, or with these voices alone, in the place of the one of that kind shared before. */
  sharePage(of: PageKind, words: string, to: "everyone" | readonly VoiceId[]): Promise<Result<PageId, Refusal>>;
  /** The page is let go of on every laptop. */
  takeBackPage(page: PageId): Promise<Result<null, Refusal>>;
  /** Earlier meetings on this device in which pages may have been kept for the next time. */
  earlierPages(): Promise<readonly EarlierPages[]>;
  /** Takes over what was kept there for the next time, where this voice has not written such a page yet. */
  bringPages(from: EarlierPages, pin: string | null): Promise<Result<null, Refusal>>;
}
