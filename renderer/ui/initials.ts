const TITLES = new Set(["dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof."]);

/** The first two letters of the name someone goes by, whatever the script: "Samira" → "Sa", "Dr Okafor" → "Ok". */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const called = parts.length > 1 && TITLES.has((parts[0] ?? "").toLowerCase()) ? parts[1] : parts[0];
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(called ?? "")];
  return letters
    .slice(0, 2)
    .map((letter) => letter.segment)
    .join("");
}
