import { memo } from "react";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Paragraph, Run } from "../../shared/meeting/document.ts";
import type { Colour } from "../../shared/meeting/shapes.ts";
import { voiceStyle } from "./voice-colour.ts";

/** Who may have written a run: what is needed to show it. */
export type Writers = ReadonlyMap<VoiceId, { readonly profile: { readonly name: string; readonly colour: Colour } }>;

/**
 * Words as they were written, each paragraph in its own direction. With `writers`, every run can be seen, and heard by
 * a screen reader, to be somebody's; headings are then of level `headingLevel`.
 */
export const Said = memo(function Said(props: {
  readonly paragraphs: readonly Paragraph[];
  readonly writers?: Writers;
  readonly headingLevel?: 3 | 4;
  /** Which way the words run, where their language is known; otherwise each paragraph as its letters do. */
  readonly direction?: "ltr" | "rtl";
}) {
  const Heading = props.headingLevel === 4 ? "h4" : "h3";
  const direction = props.direction ?? "auto";
  return (
    <div className="said">
      {props.paragraphs.map((paragraph, index) => {
        const runs = paragraph.runs.map((run, place) => <RunOfWords key={place} run={run} writers={props.writers} />);
        return paragraph.style === "heading" ? (
          <Heading key={index} dir={direction}>
            {runs}
          </Heading>
        ) : (
          <p key={index} dir={direction}>
            {runs}
          </p>
        );
      })}
    </div>
  );
});

function RunOfWords(props: { readonly run: Run; readonly writers: Writers | undefined }) {
  const { run } = props;
  let words = <>{run.text}</>;
  if (run.italic === true) words = <em>{words}</em>;
  if (run.bold === true) words = <strong>{words}</strong>;
  const writer = run.voice === null ? undefined : props.writers?.get(run.voice);
  if (writer === undefined) return words;
  return (
    <span className="run" style={voiceStyle(writer.profile.colour)} title={writer.profile.name}>
      <span className="unseen">{writer.profile.name}: </span>
      {words}
    </span>
  );
}

/** The letters of some paragraphs, one line each. */
export function plainTextOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join("")).join("\n");
}
