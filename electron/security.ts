import type { App, Session, WebContents } from "electron";

import { isRoomAddress } from "../shared/room/address.ts";
import { isOwnUrl } from "./own-pages.ts";

/** What a page in a session may load and be permitted. Whatever is not named here is refused. */
export interface SessionRules {
  /** Whether an address may be loaded at all. */
  mayLoad(url: string): boolean;
  /** Whether a page is told that it holds a permission. */
  holds(permission: string, asking: Asking): boolean;
  /** Whether a page that asks for a permission is given it. */
  isGiven(permission: string, asking: Asking): boolean;
  /** Whether a certificate for which nobody vouches is taken from this host: a name, or an IP address. */
  takesAnyCertificate(host: string): boolean;
}

/** Who asks for a permission. */
export interface Asking {
  readonly origin: string;
  readonly isMainFrame: boolean;
  readonly mediaType?: "audio" | "unknown" | "video" | undefined;
}

/**
 * What the program's page needs: to reach the laptops in the same room, to put an invitation on the clipboard, and to
 * keep its store when the disk gets full.
 */
const neededPermissions: ReadonlySet<string> = new Set([
  "clipboard-sanitized-write",
  "local-network",
  "local-network-access",
  "loopback-network",
  "persistent-storage",
]);

/** What a certificate check may answer (Electron's `setCertificateVerifyProc`). */
const taken = 0;
const asChromiumJudges = -3;

const windowSchemes: ReadonlySet<string> = new Set(["blob:", "data:", "devtools:", "ws:", "wss:"]);

/** The rules of the program's own window. */
export const windowRules: SessionRules = {
  mayLoad: (url) => isOwnUrl(url) || (URL.canParse(url) && windowSchemes.has(new URL(url).protocol)),
  holds: (permission, asking) =>
    isOwnPageAsking(asking) && (neededPermissions.has(permission) || isNeededToFindAddresses(permission, asking)),
  isGiven: (permission, asking) => isOwnPageAsking(asking) && neededPermissions.has(permission),
  // Nobody vouches for the address that a laptop has in a room. Only sockets lead there, and every word that goes over them is
  // sealed by the keys of the meeting or of its door. Who answers there in the laptop's place can do what a signaling server can.
  takesAnyCertificate: isRoomAddress,
};

/** The rules of a page that is only printed: it may load itself and what it carries. */
export function paperRules(isPaper: (url: string) => boolean): SessionRules {
  return {
    mayLoad: (url) => isPaper(url) || url.startsWith("data:"),
    holds: () => false,
    isGiven: () => false,
    takesAnyCertificate: () => false,
  };
}

/**
 * Chromium looks at all network interfaces of a laptop only for pages that may use the microphone, and otherwise only at
 * the one that leads to the internet: in a flat without internet, two laptops would never find each other. It asks
 * whether the permission is held, without saying for which device, and opens none; a page that really wants to listen
 * has to be *given* the permission, which never happens.
 */
function isNeededToFindAddresses(permission: string, asking: Asking): boolean {
  return permission === "media" && asking.mediaType !== "video";
}

function isOwnPageAsking(asking: Asking): boolean {
  return asking.isMainFrame && isOwnUrl(asking.origin);
}

/** Puts a session under rules. */
export function guardSession(session: Session, rules: SessionRules): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !rules.mayLoad(url) }));
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame, mediaType }) =>
    rules.holds(permission, { origin, isMainFrame, mediaType }),
  );
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(rules.isGiven(permission, { origin: requestingUrl, isMainFrame })),
  );
  session.setDevicePermissionHandler(() => false);
  session.setCertificateVerifyProc(({ hostname }, answer) =>
    answer(rules.takesAnyCertificate(hostname) ? taken : asChromiumJudges),
  );
}

/** Keeps every page that this process will ever show where it is: no other address, no other window, no guest inside. */
export function guardEveryPage(app: App): void {
  app.on("web-contents-created", (_event, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.on("will-frame-navigate", (navigation) => {
    if (!navigation.isMainFrame || !isOwnUrl(navigation.url)) navigation.preventDefault();
  });
  contents.on("will-redirect", (redirect) => redirect.preventDefault());
  contents.on("will-attach-webview", (attaching) => attaching.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
