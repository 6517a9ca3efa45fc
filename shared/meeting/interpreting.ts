import type { UtteranceId } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import { isOnly } from "./kinds.ts";
import type { Rendering } from "./in-the-room.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

/**
 * What interpreters have rendered, beside the utterances it belongs to: the last of each interpreter in each language. It
 * never takes the place of the original. Renderings of words that are not there any more are none.
 */
export function renderingsOf(
  counting: readonly Stated<MeetingStatement>[],
  { kinds }: Pick<Authority, "kinds">,
  stands: (utterance: UtteranceId) => boolean,
): ReadonlyMap<UtteranceId, readonly Rendering[]> {
  const given = new Map<UtteranceId, Map<string, Rendering>>();
  for (const { voice: by, at, body } of counting) {
    if (body.kind !== "rendering-given" || !stands(body.utterance)) continue;
    if (!isOnly(kinds, by, ["interpreter"])) continue;
    const { utterance, language, text, notes } = body;
    const name = `${by} ${language}`;
    const before = given.get(utterance) ?? new Map<string, Rendering>();
    if (text.trim() === "") before.delete(name);
    else before.set(name, { by, language, text: text.trim(), notes, at: before.get(name)?.at ?? at });
    given.set(utterance, before);
  }
  return new Map(
    [...given]
      .filter(([, renderings]) => renderings.size > 0)
      .map(([id, renderings]) => [id, [...renderings.values()]]),
  );
}

/**
 * Every rendering that an interpreter has ever given of words that stand, by `renderingName`: a text that was frozen with one of
 * them is not undone by a better one. Whoever was an interpreter once has rendered as one, whatever they call themselves later.
 */
export function everRenderedOf(
  counting: readonly Stated<MeetingStatement>[],
  { kinds }: Pick<Authority, "kinds">,
  stands: (utterance: UtteranceId) => boolean,
): ReadonlyMap<UtteranceId, ReadonlySet<string>> {
  const rendered = new Map<UtteranceId, Set<string>>();
  for (const { voice: by, body } of counting) {
    if (body.kind !== "rendering-given" || !stands(body.utterance) || body.text.trim() === "") continue;
    if (kinds.get(by)?.has("interpreter") !== true) continue;
    const name = renderingName({ ...body, by });
    rendered.set(body.utterance, (rendered.get(body.utterance) ?? new Set()).add(name));
  }
  return rendered;
}

/** A rendering as a name: the same for the same words by the same interpreter in the same language, and for no other. */
export function renderingName({ by, language, text, notes }: Omit<Rendering, "at">): string {
  return JSON.stringify([by, language, text.trim(), notes.map(({ word, says }) => [word, says])]);
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "ps",
  "sd",
  "ug",
  "ur",
  "yi",
]);

/** Which way a text in this language runs. A script that is named decides; else the language's own. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [first = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4);
  if (script !== undefined) return script === "arab" || script === "hebr" || script === "thaa" ? "rtl" : "ltr";
  return RIGHT_TO_LEFT.has(first) ? "rtl" : "ltr";
}
