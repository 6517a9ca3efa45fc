const TITLES = new Set(["dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.", "prof", "prof."]);

/**
 * A few letters for each name, no two the same: two where that is enough ("Samira" is "Sa", "Dr Okafor" is "Ok"), one
 * more where it is not, and a number where even the whole names are the same.
 */
export function distinctInitials(names: readonly string[]): readonly string[] {
  const letters = names.map(lettersOfName);
  const given = new Set<string>();
  return letters.map((own, index) => {
    const others = letters.filter((_other, at) => at !== index);
    let length = Math.min(2, own.length);
    while (length < own.length && others.some((other) => startOf(other, length) === startOf(own, length))) length += 1;
    const initials = numbered(startOf(own, length), given);
    given.add(initials);
    return initials;
  });
}

function startOf(letters: readonly string[], length: number): string {
  return letters.slice(0, length).join("");
}

function numbered(initials: string, given: ReadonlySet<string>): string {
  if (initials !== "" && !given.has(initials)) return initials;
  let number = 2;
  while (given.has(`${initials}${String(number)}`)) number += 1;
  return `${initials}${String(number)}`;
}

/** The letters of what someone is called by, as a reader counts them, whatever the script. */
function lettersOfName(name: string): readonly string[] {
  const parts = name.split(" ").filter((part) => part !== "");
  const first = parts[0] ?? "";
  const called = parts.length > 1 && TITLES.has(first.toLowerCase()) ? parts.slice(1).join("") : parts.join("");
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(called),
    ({ segment }) => segment,
  );
}

/** A voice's letters in as many brackets as nobody has written them in, so that no words can claim another voice. */
export function lettersIn(written: string, initials: string): string {
  let letters = `(${initials})`;
  while (written.includes(letters)) letters = `(${letters})`;
  return letters;
}
