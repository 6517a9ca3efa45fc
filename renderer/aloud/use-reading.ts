import { useEffect, useState, useSyncExternalStore } from "react";
import type { Speaker } from "./speaker.ts";
import type { SpokenPiece } from "./speech-of.ts";
import { voiceFor } from "./voice-for.ts";

/** Where one is in a text, and whether a voice of this laptop reads it. */
export interface Reading {
  readonly at: number;
  readonly goTo: (part: number) => void;
  /** `reading`: a voice is. `no-voices`: there is none here. `trouble`: it has stopped by itself. */
  readonly voice: "no-voices" | "reading" | "silent" | "trouble";
  /** A language that this part has words in and no voice here speaks, or null. */
  readonly unspoken: string | null;
  /** The passage that is being spoken now, or null. */
  readonly passage: number | null;
  readonly read: () => void;
  readonly stop: () => void;
}

/**
 * Goes through the parts of a text, and reads on from part to part where that was asked for. The voice stops when somebody stops it,
 * when it comes to a language that it does not speak, while it is hushed, and when the page is left.
 */
export function useReading(speaker: Speaker, parts: readonly (readonly SpokenPiece[])[], isHushed: boolean): Reading {
  const voices = useSyncExternalStore(speaker.subscribe, speaker.voices);
  const [wanted, setAt] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const [hasTrouble, setTrouble] = useState(false);
  const [passage, setPassage] = useState<number | null>(null);
  const at = Math.min(wanted, parts.length - 1);
  const pieces = parts[at];
  const unspoken = pieces?.find(({ language }) => voiceFor(voices, language) === null)?.language ?? null;
  const isReading = isAsked && !isHushed && unspoken === null && pieces !== undefined;
  // Whoever hushes it, or comes to what it cannot say, is not surprised by it afterwards.
  if (isAsked && !isReading) setAsked(false);
  const isLast = at === parts.length - 1;

  useEffect(() => {
    if (!isReading) return;
    const stop = speaker.read(pieces, {
      onPiece: (piece) => setPassage(piece.passage),
      onEnd: () => {
        setPassage(null);
        if (isLast) setAsked(false);
        else setAt(at + 1);
      },
      onTrouble: () => {
        setAsked(false);
        setTrouble(true);
      },
    });
    return () => {
      stop();
      setPassage(null);
    };
  }, [isReading, speaker, pieces, at, isLast]);

  const hasVoices = voices.some(({ localService }) => localService);
  return {
    at,
    goTo: (part) => setAt(Math.max(0, Math.min(part, parts.length - 1))),
    voice: !hasVoices ? "no-voices" : isReading ? "reading" : hasTrouble ? "trouble" : "silent",
    unspoken: hasVoices ? unspoken : null,
    passage,
    read: () => {
      setTrouble(false);
      setAsked(true);
    },
    stop: () => setAsked(false),
  };
}
