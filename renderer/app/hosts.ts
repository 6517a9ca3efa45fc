import type { VoiceId } from "../../shared/feed/ids.ts";
import { isKeeper } from "../../shared/meeting/keepers.ts";
import type { Voice } from "../../shared/meeting/state.ts";

/** Whether someone on this laptop may let others in: a voice that hosts, or the person at the centre. */
export function mayHost(voices: ReadonlyMap<VoiceId, Voice>, localVoices: readonly VoiceId[]): boolean {
  return localVoices.some((id) => {
    const voice = voices.get(id);
    return voice !== undefined && isKeeper(voice);
  });
}
