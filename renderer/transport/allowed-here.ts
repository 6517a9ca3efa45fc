/** Others tell of signaling servers as well. */
const LONGEST_URL = 200;

/** A page that was served over https may open no unencrypted socket; trying to would throw, as would a fragment. */
export function isAllowedHere(url: string): boolean {
  const parsed = url.length <= LONGEST_URL ? URL.parse(url) : null;
  if (parsed?.hash !== "") return false;
  return parsed.protocol === "wss:" || (parsed.protocol === "ws:" && location.protocol !== "https:");
}
