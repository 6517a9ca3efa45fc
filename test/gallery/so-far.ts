import type { MeetingSession } from "../../renderer/session/meeting-session.ts";

/** Everything that a laptop shows of the meeting itself, in one line: the same on two laptops that have the same. */
export function soFar(session: MeetingSession): string {
  const { state, revisions, unwitnessed } = session.view();
  const texts = state.order.map((id) => session.utteranceText(id));
  return JSON.stringify({ state, revisions, unwitnessed, texts, summary: session.summaryText() }, spelledOut);
}

/** Maps and sets say nothing in JSON, and their order says nothing here. */
function spelledOut(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) {
    return Array.from<unknown>(value)
      .map((one) => JSON.stringify(one, spelledOut))
      .sort();
  }
  return value;
}
