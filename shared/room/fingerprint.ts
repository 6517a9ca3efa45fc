/** As many signs as two people compare without losing their place. */
const SIGNS = 16;
const GROUP = 4;

/** The beginning of a fingerprint as it is read out: four groups of four, "9F2C 41AB 07D3 E5C8". */
export function fingerprintBeginning(fingerprint: string): string {
  const groups = fingerprint
    .slice(0, SIGNS)
    .toUpperCase()
    .match(new RegExp(`.{1,${String(GROUP)}}`, "gu"));
  return groups?.join(" ") ?? "";
}
