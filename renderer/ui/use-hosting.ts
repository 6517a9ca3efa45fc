import { useCallback, useSyncExternalStore } from "react";
import type { Hosting, HostingView } from "../../shared/shell.ts";

/** How this laptop hosts, now; null where it cannot. */
export function useHosting(hosting: Hosting | undefined): HostingView | null {
  const subscribe = useCallback((listener: () => void) => hosting?.subscribe(listener) ?? (() => undefined), [hosting]);
  return useSyncExternalStore(subscribe, () => hosting?.view() ?? null);
}
