import type { SpokenPiece } from "./speech-of.ts";
import { voiceFor, type MachineVoice } from "./voice-for.ts";

/** A little slower than machines speak by themselves. */
const RATE = 0.9;

/** What is told while something is read. After it was stopped nothing is told any more. */
export interface WhileReading {
  /** This piece is being spoken now. */
  readonly onPiece: (piece: SpokenPiece) => void;
  readonly onEnd: () => void;
  /** The machine has stopped by itself. */
  readonly onTrouble: () => void;
}

/** The voices of this machine. Words go to none that would send them elsewhere. */
export interface Speaker {
  /** Those there are now; the same array until there are others, because a browser finds them late. */
  readonly voices: () => readonly MachineVoice[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads these pieces one after the other, or nothing where one of them has no voice here. Returns what stops it. */
  readonly read: (pieces: readonly SpokenPiece[], tell: WhileReading) => () => void;
}

/** The sole user of Web Speech. Where the browser has none, there are no voices. */
export function createSpeaker(): Speaker {
  const synthesis = "speechSynthesis" in window ? window.speechSynthesis : null;
  // Asked for once, a browser begins to look for its voices.
  let voices: readonly SpeechSynthesisVoice[] = synthesis?.getVoices() ?? [];
  return {
    voices: () => voices,
    subscribe(listener) {
      const onChange = () => {
        voices = synthesis?.getVoices() ?? [];
        listener();
      };
      synthesis?.addEventListener("voiceschanged", onChange);
      return () => synthesis?.removeEventListener("voiceschanged", onChange);
    },
    read(pieces, tell) {
      if (synthesis === null) return () => undefined;
      let isStopped = false;
      const stop = () => {
        isStopped = true;
        window.removeEventListener("pagehide", stop);
        synthesis.cancel();
      };
      // What somebody else has left in the browser's queue is not read on.
      synthesis.cancel();
      window.addEventListener("pagehide", stop);
      const spoken = pieces.map((piece) => {
        const utterance = new SpeechSynthesisUtterance(piece.text);
        utterance.voice = voiceFor(voices, piece.language);
        utterance.lang = piece.language;
        utterance.rate = RATE;
        utterance.onstart = () => {
          if (!isStopped) tell.onPiece(piece);
        };
        utterance.onerror = () => {
          if (isStopped) return;
          stop();
          tell.onTrouble();
        };
        return utterance;
      });
      const last = spoken.at(-1);
      if (last !== undefined) {
        last.onend = () => {
          if (isStopped) return;
          stop();
          tell.onEnd();
        };
      }
      // Without a voice of its own choosing the browser would take any, also one that is not here.
      if (spoken.some(({ voice }) => voice === null)) {
        queueMicrotask(() => {
          if (!isStopped) tell.onTrouble();
        });
        return stop;
      }
      for (const utterance of spoken) synthesis.speak(utterance);
      return stop;
    },
  };
}
