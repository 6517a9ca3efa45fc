/** The scheme the program's own pages come from. A page from anywhere else is a stranger. */
export const ownScheme = "app";

/** The host of the program's window. */
export const windowHost = "polyphony";

/** The host of the pages that are printed and seen by nobody. */
export const paperHost = "paper";

/** The address of the page in the program's window. */
export const windowUrl = `${ownScheme}://${windowHost}/index.html`;

/** Whether an address belongs to the program's window: its page or one of the files that make it up. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${ownScheme}:` && host === windowHost;
}

/** What is needed of a frame to know whether it shows our page. */
export interface Frame {
  readonly url: string;
  /** The frame around it; null for the page itself. */
  readonly parent: unknown;
}

/** Whether a frame shows the program's own page: not something embedded in it, and not a page that took its place. */
export function isOwnPage(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}
