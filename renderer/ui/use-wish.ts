import { useCallback, useEffect, useRef, useState } from "react";
import type { Result } from "../../shared/result.ts";

/** A wish on its way: whether it still is, and why it could not be carried out. */
export interface Wishing<Reason extends string> {
  readonly underWay: boolean;
  readonly refused: Reason | null;
  /**
   * Carries the wish out once; while it is under way, asking again does nothing. Wishes about different things do not wait
   * for each other. Resolves to its value or null.
   */
  readonly run: <Value>(
    wish: () => Promise<Result<Value, Reason>>,
    about?: unknown,
  ) => Promise<{ readonly value: Value } | null>;
}

/** Keeps one wish about one thing at a time: pressing twice asks once, and a refusal stays on the screen until the next wish. */
export function useWish<Reason extends string>(): Wishing<Reason> {
  const [underWay, setUnderWay] = useState(false);
  const [refused, setRefused] = useState<Reason | null>(null);
  const busy = useRef(new Set<unknown>());
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const run = useCallback(async <Value>(wish: () => Promise<Result<Value, Reason>>, about?: unknown) => {
    if (busy.current.has(about)) return null;
    busy.current.add(about);
    setUnderWay(true);
    setRefused(null);
    try {
      const result = await wish();
      if (result.ok) return { value: result.value };
      if (shown.current) setRefused(result.reason);
      return null;
    } finally {
      busy.current.delete(about);
      if (shown.current) setUnderWay(busy.current.size > 0);
    }
  }, []);

  return { underWay, refused, run };
}
