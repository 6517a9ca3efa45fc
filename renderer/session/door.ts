import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import type { Result } from "../../shared/result.ts";
import type { MeetingSession, Refusal } from "./meeting-session.ts";

/** Somebody who stands at the door, as the keeper here sees them. */
export interface AtDoor {
  /** Tells this knock from others. */
  readonly knock: string;
  readonly profile: Profile;
  /** The bytes that choose the pictures to compare: the newcomer sees the same, unless somebody stands between them. */
  readonly pictures: Bytes;
}

/** The door as it stands for the keepers at this laptop. */
export interface DoorView {
  readonly knocking: readonly AtDoor[];
  /** So many knock that some are not heard. */
  readonly isCrowded: boolean;
}

/** Who is coming in at a door: before they knock, while they wait, and once they are in. */
export interface VisitView {
  readonly stage: "entering" | "inside" | "knocking" | "outside" | "waiting";
  /** How they wish to be known, once they have knocked. */
  readonly profile: Profile | null;
  /** Whether a signaling server answers. */
  readonly connected: boolean;
  /** While they wait: the bytes that choose the pictures to compare with the keeper's. */
  readonly pictures: Bytes | null;
  /** Nobody who may let them in has answered for a while. */
  readonly isUnanswered: boolean;
  /** Once they are in. */
  readonly session: MeetingSession | null;
  /** They were let in, and this laptop could not keep what it was given. */
  readonly failed: EnterFailure | null;
}

export type EnterFailure = Refusal | VaultFailure | "open-elsewhere";

/** Standing at the door of a meeting that this laptop is not in yet. Nothing is kept here until it is let in. */
export interface DoorVisit {
  view(): VisitView;
  subscribe(listener: () => void): () => void;
  /** Knocks as somebody, whose voice will be behind a PIN on this laptop if one is given. Resolves at once. */
  knock(profile: Profile, pin: string | null): Promise<Result<null, "pin-too-short">>;
  /** Goes away. Whoever is in already stays in. */
  leave(): void;
}

/** Where an invitation has led. */
export type Arrived =
  { readonly at: "door"; readonly visit: DoorVisit } | { readonly at: "meeting"; readonly session: MeetingSession };
