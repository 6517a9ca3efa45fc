import type { MeetingId } from "../../shared/feed/ids.ts";

/** The places inside a meeting. */
export type MeetingPart =
  | "aloud"
  | "card"
  | "left"
  | "pages"
  | "propose"
  | "read"
  | "readers"
  | "record"
  | "room"
  | "voice"
  | "voices"
  | "wall";

/** Where a person is in the program. It is kept in the address after `#`, so that the way back works as everywhere. */
export type Route =
  | { readonly screen: "check" | "home" | "settings" | "start" }
  | { readonly screen: "join"; readonly invitation: string | null }
  | { readonly screen: "meeting"; readonly meeting: MeetingId; readonly part: MeetingPart };

const PARTS: readonly MeetingPart[] = [
  "aloud",
  "card",
  "left",
  "pages",
  "propose",
  "read",
  "readers",
  "record",
  "room",
  "voice",
  "voices",
  "wall",
];
const MEETING_ROUTE = /^#\/meeting\/([A-Za-z0-9_-]{1,64})(?:\/([a-z]+))?$/;

/** The place an address fragment names; anything unknown is the first page. */
export function parseRoute(fragment: string): Route {
  if (fragment.startsWith("#join=")) return { screen: "join", invitation: fragment };
  if (fragment === "#/join") return { screen: "join", invitation: null };
  if (fragment === "#/start") return { screen: "start" };
  if (fragment === "#/check") return { screen: "check" };
  if (fragment === "#/settings") return { screen: "settings" };
  const [, meeting, named] = MEETING_ROUTE.exec(fragment) ?? [];
  if (meeting === undefined) return { screen: "home" };
  const part = PARTS.find((one) => one === named) ?? "room";
  // The pattern allows only what a meeting id may hold; whether there is such a meeting is asked of `Meetings`.
  return { screen: "meeting", meeting: meeting as MeetingId, part };
}

/** The address fragment of a place. An invitation is a secret and never put into an address by the program itself. */
export function fragmentOf(route: Route): string {
  switch (route.screen) {
    case "home":
      return "#/";
    case "check":
    case "start":
    case "settings":
    case "join":
      return `#/${route.screen}`;
    case "meeting":
      return route.part === "room" ? `#/meeting/${route.meeting}` : `#/meeting/${route.meeting}/${route.part}`;
  }
}
