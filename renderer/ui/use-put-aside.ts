import { useCallback, useState } from "react";

/** What a person has put aside, by name, for as long as this page is open: it is not asked again, and nothing is said. */
export function usePutAside(): {
  readonly isAside: (name: string) => boolean;
  readonly putAside: (name: string) => void;
} {
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set());
  return {
    isAside: useCallback((name) => aside.has(name), [aside]),
    putAside: useCallback((name) => setAside((before) => new Set(before).add(name)), []),
  };
}
