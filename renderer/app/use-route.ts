import { useMemo, useSyncExternalStore } from "react";
import { followedFragment, takeInvitation } from "./brought-invitation.ts";
import { fragmentOf, parseRoute, type Route } from "./route.ts";

function subscribe(listener: () => void): () => void {
  const changed = () => {
    takeInvitation();
    listener();
  };
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** The place the address names now. */
export function useRoute(): Route {
  const fragment = useSyncExternalStore(subscribe, followedFragment);
  return useMemo(() => parseRoute(fragment), [fragment]);
}

/** Goes to a place; the one before stays behind the back button. */
export function go(route: Route): void {
  window.location.hash = fragmentOf(route);
}

/** Goes to a place instead of the present one, which leaves no trace in the history. */
export function goInstead(route: Route): void {
  window.location.replace(fragmentOf(route));
}

/** Goes on from a place once what was wished there is done; whoever has gone elsewhere meanwhile stays there. */
export function goOn(from: Route, route: Route): void {
  if (fragmentOf(parseRoute(window.location.hash)) === fragmentOf(from)) goInstead(route);
}
