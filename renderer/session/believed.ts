import type { Fact } from "../../shared/consent/judge.ts";
import type { ClaimedAt } from "../../shared/feed/clock.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { CarriedEntry } from "../transport/carrier.ts";

/** A fact that is proved and saved on this laptop, with the entry that proves it. Only these reach the screen. */
export interface Believed {
  readonly fact: Fact;
  readonly voice: VoiceId;
  readonly at: ClaimedAt;
  readonly entry: CarriedEntry;
}
