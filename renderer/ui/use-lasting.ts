import { useEffect, useState } from "react";

/** How long something may take before it is said that it is being made. */
const SOON_MS = 1000;

/** Whether what is under way has been so for so long that somebody may wonder. */
export function useLasting(underWay: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  if (!underWay && lasts) setLasts(false);
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(() => setLasts(true), SOON_MS);
    return () => clearTimeout(timer);
  }, [underWay]);
  return underWay && lasts;
}
