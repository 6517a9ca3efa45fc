import { parseRoute } from "./route.ts";

/**
 * An invitation that came with the address. It is taken out of it at once, so that it stays neither in the history nor where
 * somebody reads over a shoulder, and is held in memory for the page that follows it.
 */
let brought: string | null = null;

const FOLLOWED_AT = "#/join";

/** Takes an invitation out of the address, if there is one. To be called before anything else is done, and when the address changes. */
export function takeInvitation(): void {
  const { hash } = window.location;
  const route = parseRoute(hash);
  if (route.screen === "join" && route.invitation !== null) {
    brought = route.invitation;
    window.history.replaceState(window.history.state, "", FOLLOWED_AT);
  } else if (hash !== FOLLOWED_AT) {
    brought = null;
  }
}

/** The address's fragment, as if an invitation that came with it still stood there. */
export function followedFragment(): string {
  const { hash } = window.location;
  return hash === FOLLOWED_AT && brought !== null ? brought : hash;
}
