/** Something that must never happen to a text did. */
class BrokenText extends Error {}

export function broken(what: string): never {
  throw new BrokenText(what);
}
