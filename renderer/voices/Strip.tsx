import { scaleLinear, scalePoint } from "@visx/scale";
import { Circle, Line, LinkHorizontalCurve } from "@visx/shape";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingState, Voice } from "../../shared/meeting/state.ts";
import { voicesPicture } from "../../shared/meeting/voices-picture.ts";
import { initialsOf } from "../ui/initials.ts";
import { voiceStyle } from "../ui/voice-colour.ts";
import { namedIn } from "./named.ts";
import { stripMarks } from "./strip-marks.ts";
import "./voices.css";

const WIDTH = 480;
const NAMES = 26;
const LINE = 13;
/** More lines than these draw closer together, and go without initials. */
const ROOMY = 9;
const MOST = ROOMY * LINE;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The voices in small, and the way to see them large. It says nothing but its name: the page has it in words. */
export const Strip = memo(function Strip(props: {
  readonly state: Pick<MeetingState, "erased" | "order" | "utterances" | "voices">;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly href: string;
}) {
  const { t } = useTranslation();
  const { state, voices } = props;
  const picture = useMemo(() => voicesPicture(state), [state]);
  const { marks, places } = useMemo(() => stripMarks(picture), [picture]);
  const named = namedIn(voices, t("record.unknownVoice"));
  const roomy = picture.lines.length <= ROOMY;
  const height = Math.min(MOST, Math.max(1, picture.lines.length) * LINE);
  const x = scaleLinear({ domain: [0, places - 1], range: [NAMES + 8, WIDTH - 8] });
  const y = scalePoint({ domain: picture.lines.map(({ voice }) => voice), range: [0, height], padding: 0.5 });
  const pointOf = ({ place, voice }: { readonly place: number; readonly voice: VoiceId }): Point => ({
    x: x(place),
    y: y(voice) ?? 0,
  });
  const byUtterance = new Map(marks.map((mark) => [mark.utterance, mark]));
  return (
    <div className="voices-strip">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(height)}`} aria-hidden="true">
        {picture.lines.map(({ voice, heard }) => {
          const { name, colour } = named(voice);
          const at = y(voice) ?? 0;
          return (
            <g key={voice} style={voiceStyle(colour)}>
              <Line className="voices__line" from={{ x: NAMES, y: at }} to={{ x: WIDTH, y: at }} />
              {roomy ? (
                <text className="voices__initials" x={0} y={at} dominantBaseline="central">
                  {initialsOf(name)}
                </text>
              ) : null}
              {heard || !roomy ? null : (
                <text className="voices__unheard" x={NAMES + 8} y={at} dominantBaseline="central">
                  {name}
                </text>
              )}
            </g>
          );
        })}
        {marks.map((mark) => {
          const answered = mark.answers === null ? undefined : byUtterance.get(mark.answers);
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
        {marks.map((mark) => {
          const { x: cx, y: cy } = pointOf(mark);
          return (
            <Circle
              key={mark.utterance}
              className={mark.confirmed ? "voices__dot" : "voices__dot voices__dot--unconfirmed"}
              style={voiceStyle(named(mark.voice).colour)}
              cx={cx}
              cy={cy}
              r={4}
            />
          );
        })}
      </svg>
      <a className="voices-strip__way" href={props.href}>
        <span className="unseen">{t("voices.open")}</span>
      </a>
    </div>
  );
});
