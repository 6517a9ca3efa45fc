import * as Y from "yjs";
import type { TextPosition } from "../../shared/meeting/presence.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import type { Carets } from "./quiet-provider.ts";

/** The carets of a meeting's summary: names and colours come from the record, never from whoever sends a caret. */
export function summaryCarets(session: MeetingSession): Carets {
  const { summary } = session;
  return {
    others() {
      const { voices } = session.view().state;
      return new Map(
        [...summary.cursors()].flatMap(([clientId, { voice, anchor, focus }]) => {
          const profile = voices.get(voice)?.profile;
          if (profile === undefined) return [];
          const caret = {
            name: profile.name,
            color: `var(--voice-${profile.colour})`,
            anchorPos: Y.createRelativePositionFromJSON(anchor),
            focusPos: Y.createRelativePositionFromJSON(focus),
            focusing: true,
            awarenessData: {},
          };
          return [[clientId, caret] as const];
        }),
      );
    },
    subscribe: (listener) => summary.subscribeToCursors(listener),
    showOwn(state) {
      const placed = state !== null && state.focusing && state.anchorPos !== null && state.focusPos !== null;
      summary.showCursor(placed ? { anchor: positionOf(state.anchorPos), focus: positionOf(state.focusPos) } : null);
    },
  };
}

function positionOf(position: Y.RelativePosition | null): TextPosition {
  // Yjs declares the JSON of a relative position as `any`; it has exactly these optional parts.
  return (position === null ? {} : Y.relativePositionToJSON(position)) as TextPosition;
}
