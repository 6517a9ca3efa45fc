import { useCallback, useRef } from "react";

/** Carries wishes out one after the other, in the order in which they were asked for, where two at once would be in each other's way. */
export function useInTurn(): <Value>(wish: () => Promise<Value>) => () => Promise<Value> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (wish) => () => {
      const mine = last.current.then(wish);
      // Whoever asked hears how their own wish went; the next one begins in any case.
      last.current = mine.catch(() => undefined);
      return mine;
    },
    [],
  );
}
