import { writerOf } from "./writing.ts";

/** When each word first stood on each screen, one record for each laptop. */
type Seen = readonly Readonly<Record<string, number>>[];

/** Seconds after `sinceMs` until each laptop had all that the others had typed before; infinite where something never came. */
export function caughtUpAfter(seen: Seen, sinceMs: number): number {
  let last = 0;
  for (const [writer, own] of seen.entries()) {
    for (const [word, typedMs] of Object.entries(own)) {
      if (writerOf(word) !== writer || typedMs > sinceMs) continue;
      for (const there of seen) last = Math.max(last, ((there[word] ?? Infinity) - sinceMs) / 1000);
    }
  }
  return last;
}

/** Seconds after `sinceMs` until each laptop showed something that each other one has typed since; infinite where none did. */
export function heardAgainAfter(seen: Seen, sinceMs: number, among: readonly number[]): number {
  let last = 0;
  for (const writer of among) {
    const since = Object.entries(seen[writer] ?? {}).filter(([word, ms]) => writerOf(word) === writer && ms >= sinceMs);
    for (const reader of among) {
      if (reader === writer) continue;
      const first = Math.min(...since.map(([word]) => seen[reader]?.[word] ?? Infinity));
      last = Math.max(last, (first - sinceMs) / 1000);
    }
  }
  return last;
}

/** Milliseconds from each word's standing on its writer's screen to its standing on each other one. */
export function latencies(seen: Seen): readonly number[] {
  return seen.flatMap((own, writer) =>
    Object.entries(own)
      .filter(([word]) => writerOf(word) === writer)
      .flatMap(([word, typedMs]) =>
        seen.flatMap((there, reader) => (reader === writer ? [] : [(there[word] ?? Infinity) - typedMs])),
      ),
  );
}
