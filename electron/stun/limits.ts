import type { RateLimits } from "../socket/rate.ts";

/** Enough for a laptop that asks on each of its interfaces for each of eleven others, several times over. */
export const DEFAULT_STUN_LIMITS: RateLimits = {
  burst: 400,
  perSecond: 100,
  burstInAll: 4000,
  perSecondInAll: 2000,
  sources: 1024,
};
