import { useSyncExternalStore } from "react";
import { preferences, subscribeToPreferences, type Preferences } from "./preferences.ts";

/** The preferences, drawn again when they change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribeToPreferences, preferences);
}
