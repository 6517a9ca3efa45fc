/** The value below which this share of the numbers lies, between neighbours by proportion. NaN for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle one. NaN for none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Where the middle half of the numbers lies. */
export function middleHalf(numbers: readonly number[]): readonly [number, number] {
  return [quantile(numbers, 0.25), quantile(numbers, 0.75)];
}
