/** A Yjs client id that nobody can know beforehand: 53 random bits. */
export function random53(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 11) * 2 ** 32 + low;
}
