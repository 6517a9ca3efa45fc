/** How many requests are answered. */
export interface RateLimits {
  /** Requests one address may send at once. */
  readonly burst: number;
  /** Requests one address may send per second in the long run. */
  readonly perSecond: number;
  /** The same for all addresses together. */
  readonly burstInAll: number;
  readonly perSecondInAll: number;
  /** Addresses that are remembered; beyond these, the one heard longest ago is forgotten. */
  readonly sources: number;
}

interface Bucket {
  left: number;
  atMs: number;
}

/** Whether a request from an address is within its allowance and everyone's; if so it is counted. */
export type MayAnswer = (address: string, nowMs: number) => boolean;

/** Full allowances for every address (token buckets). */
export function createRate(limits: RateLimits): MayAnswer {
  const everyone: Bucket = { left: limits.burstInAll, atMs: 0 };
  const sources = new Map<string, Bucket>();

  function bucketOf(address: string, nowMs: number): Bucket {
    const bucket = sources.get(address) ?? { left: limits.burst, atMs: nowMs };
    // A map keeps the order in which things were put: the first is the one heard longest ago.
    sources.delete(address);
    sources.set(address, bucket);
    const [oldest] = sources.keys();
    if (sources.size > limits.sources && oldest !== undefined) sources.delete(oldest);
    return bucket;
  }

  return (address, nowMs) => {
    const own = bucketOf(address, nowMs);
    refill(own, limits.burst, limits.perSecond, nowMs);
    if (own.left < 1) return false;
    own.left -= 1;
    refill(everyone, limits.burstInAll, limits.perSecondInAll, nowMs);
    if (everyone.left < 1) return false;
    everyone.left -= 1;
    return true;
  };
}

function refill(bucket: Bucket, burst: number, perSecond: number, nowMs: number): void {
  // A clock that was set back gives nothing and takes nothing.
  const seconds = Math.max(0, nowMs - bucket.atMs) / 1000;
  bucket.left = Math.min(burst, bucket.left + seconds * perSecond);
  bucket.atMs = nowMs;
}
