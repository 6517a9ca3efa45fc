import { useState } from "react";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";

/** Who of those who can says it: the first until another is chosen. */
export function useSayer(sayers: readonly Voice[]): readonly [Voice | null, (voice: VoiceId) => void] {
  const [chosen, choose] = useState<VoiceId | null>(null);
  return [sayers.find(({ id }) => id === chosen) ?? sayers[0] ?? null, choose];
}
