import { scaleLinear, scalePoint } from "@visx/scale";
import { Circle, Line, LinkHorizontalCurve } from "@visx/shape";
import { memo, useMemo, type FocusEvent } from "react";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Mark, VoiceLine } from "../../shared/meeting/voices-picture.ts";
import { initialsOf } from "../ui/initials.ts";
import { voiceStyle } from "../ui/voice-colour.ts";
import type { Named } from "./named.ts";
import { patternOf } from "./Patterns.tsx";
import { roomsOf, type Stave } from "./staves.ts";
import { inRem } from "./use-width.ts";

/** From one place to the next, and from one line to the next: wide enough for a finger. */
export const PITCH = 30;
export const NAMES = 36;
const LINE = 32;
const RADIUS = 11;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface StaveProps {
  readonly stave: Stave;
  readonly lines: readonly VoiceLine[];
  readonly columns: number;
  readonly named: (voice: VoiceId) => Named;
  readonly labelOf: (mark: Mark) => string;
  /** Where an utterance stands that is answered from here. */
  readonly markOf: (utterance: UtteranceId) => Mark | undefined;
  /** The one mark that the Tab key comes to; null where it is on another stave. */
  readonly current: UtteranceId | null;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onGo: (utterance: UtteranceId) => void;
}

/** A stretch of the picture: a line for each voice, and on it a mark for each time it spoke, all of one size. */
export const StaveDrawing = memo(function StaveDrawing(props: StaveProps) {
  const { stave, lines, columns, named, labelOf, markOf, current } = props;
  const width = NAMES + columns * PITCH;
  const height = Math.max(1, lines.length) * LINE;
  const x = useMemo(
    () => scaleLinear({ domain: [stave.from - 0.5, stave.from + columns - 0.5], range: [NAMES, width], clamp: true }),
    [stave.from, columns, width],
  );
  const y = useMemo(
    () => scalePoint({ domain: lines.map(({ voice }) => voice), range: [0, height], padding: 0.5 }),
    [lines, height],
  );
  const pointOf = ({ at, voice }: Mark): Point => ({ x: x(at), y: y(voice) ?? 0 });
  return (
    <svg
      className="voices__stave"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      style={{ inlineSize: inRem(width), blockSize: inRem(height) }}
      role="presentation"
    >
      {roomsOf(stave.marks).map(([first, last]) => (
        <rect
          key={first}
          className="voices__room"
          x={x(first) - PITCH / 2}
          width={x(last) - x(first) + PITCH}
          height={height}
          rx={8}
        />
      ))}
      <g aria-hidden="true">
        {lines.map(({ voice, heard }) => {
          const { name, colour } = named(voice);
          const at = y(voice) ?? 0;
          return (
            <g key={voice} style={voiceStyle(colour)}>
              <Line className="voices__line" from={{ x: NAMES - 6, y: at }} to={{ x: width, y: at }} />
              <text className="voices__initials" x={0} y={at} dominantBaseline="central">
                {initialsOf(name)}
              </text>
              {heard ? null : (
                <text className="voices__unheard" x={NAMES} y={at} dominantBaseline="central">
                  {name}
                </text>
              )}
            </g>
          );
        })}
        {stave.quiet.map((at) => (
          <rect key={at} className="voices__quiet" x={x(at) - PITCH / 2} width={PITCH} height={height} />
        ))}
        {stave.marks.map((mark) => {
          const answered = mark.answers === null ? undefined : markOf(mark.answers);
          return answered === undefined ? null : (
            <LinkHorizontalCurve<{ source: Point; target: Point }, Point>
              key={mark.utterance}
              className="voices__answer"
              style={voiceStyle(named(mark.voice).colour)}
              data={{ source: pointOf(answered), target: pointOf(mark) }}
              x={(point) => point.x}
              y={(point) => point.y}
            />
          );
        })}
      </g>
      {stave.marks.map((mark) => {
        const { colour } = named(mark.voice);
        const at = pointOf(mark);
        const go = () => props.onGo(mark.utterance);
        return (
          <g
            key={mark.utterance}
            className={mark.confirmed ? "voices__mark" : "voices__mark voices__mark--unconfirmed"}
            style={voiceStyle(colour)}
            role="link"
            tabIndex={mark.utterance === current ? 0 : -1}
            aria-label={labelOf(mark)}
            data-mark={mark.utterance}
            onFocus={props.onFocus}
            onClick={go}
            onKeyDown={(event) => {
              if (event.key === "Enter") go();
            }}
          >
            <Circle className="voices__ring" cx={at.x} cy={at.y} r={RADIUS + 2.5} />
            <Circle
              className="voices__body"
              cx={at.x}
              cy={at.y}
              r={RADIUS}
              {...(mark.confirmed && { fill: `url(#${patternOf(colour)})` })}
            />
          </g>
        );
      })}
      <g aria-hidden="true">
        {stave.marks.map((mark) => {
          const { name, colour } = named(mark.voice);
          const at = pointOf(mark);
          return (
            <text
              key={mark.utterance}
              className={mark.confirmed ? "voices__who" : "voices__who voices__who--unconfirmed"}
              style={voiceStyle(colour)}
              x={at.x}
              y={at.y}
              dominantBaseline="central"
              textAnchor="middle"
            >
              {initialsOf(name)}
            </text>
          );
        })}
      </g>
    </svg>
  );
});
