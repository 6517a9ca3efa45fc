import { useCallback, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingState, Voice } from "../../shared/meeting/state.ts";
import { voicesPicture, type Mark } from "../../shared/meeting/voices-picture.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";
import { InWords } from "./InWords.tsx";
import { namedIn } from "./named.ts";
import { Patterns } from "./Patterns.tsx";
import { NAMES, PITCH, StaveDrawing } from "./StaveDrawing.tsx";
import { sheetsOf, stavesOf } from "./staves.ts";
import { useWidth } from "./use-width.ts";
import "./voices.css";

/** Where the picture is narrow, it still has room for so many places. */
const FEWEST = 3;

/** The picture of the voices, large: whose line is which, the picture itself, and the same in words. */
export function Voices(props: {
  readonly state: Pick<MeetingState, "erased" | "order" | "utterances" | "voices">;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  /** Goes to where something was said. */
  readonly onGo: (utterance: UtteranceId) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { state, voices } = props;
  const picture = useMemo(() => voicesPicture(state), [state]);
  const sheets = useMemo(() => sheetsOf(picture), [picture]);
  const [turnedTo, setTurnedTo] = useState<number | null>(null);
  const [on, setOn] = useState<UtteranceId | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);

  const number = Math.min(turnedTo ?? sheets.length - 1, sheets.length - 1);
  const sheet = useMemo(() => sheets[number] ?? [], [sheets, number]);
  const columns = width === null ? null : Math.max(FEWEST, Math.floor((width - NAMES) / PITCH));
  const staves = useMemo(
    () => (columns === null ? [] : stavesOf(sheet, picture.quiet, columns)),
    [sheet, picture, columns],
  );
  const marks = useMemo(() => new Map(picture.marks.map((mark) => [mark.utterance, mark])), [picture]);
  const named = useMemo(() => namedIn(voices, t("record.unknownVoice")), [voices, t]);
  const markOf = useCallback((utterance: UtteranceId) => marks.get(utterance), [marks]);
  const labelOf = useCallback(
    (mark: Mark): string => {
      const answered = mark.answers === null ? undefined : marks.get(mark.answers);
      const names = {
        name: named(mark.voice).name,
        answered: answered === undefined ? "" : named(answered.voice).name,
        scribe: mark.scribe === null ? "" : named(mark.scribe).name,
      };
      if (!mark.confirmed) return t("voices.mark.unconfirmed", names);
      if (answered === undefined) return t(`voices.mark.${mark.reflection ? "spokeInReflection" : "spoke"}`, names);
      return t(`voices.mark.${mark.reflection ? "answeredInReflection" : "answered"}`, names);
    },
    [marks, named, t],
  );
  const current = sheet.some(({ utterance }) => utterance === on) ? on : (sheet[0]?.utterance ?? null);
  const shown = on === null ? undefined : marks.get(on);
  const onFocus = useCallback((event: FocusEvent) => {
    setOn(markIn(event.target));
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = sheet.findIndex(({ utterance }) => utterance === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: sheet.length - 1 }[event.key];
    const mark = to === undefined ? undefined : sheet[to];
    if (mark === undefined) return;
    event.preventDefault();
    area.current?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(mark.utterance)}"]`)?.focus();
  };

  return (
    <main className="page voices">
      <Title page={`${t("voices.title")} · ${t("app.name")}`}>{t("voices.title")}</Title>
      <p className="soft">{t("voices.lead")}</p>
      <ul className="voices__legend" aria-label={t("voices.legend")}>
        {picture.lines.map(({ voice, heard }) => {
          const profile = named(voice);
          return (
            <li key={voice} className="voices__one">
              <Avatar profile={profile} size="small" />
              <span>
                <bdi>{profile.name}</bdi>
                {heard ? null : <span className="soft voices__open">{t("voices.notHeardYet")}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      <Patterns />
      <div
        ref={area}
        className="voices__staves"
        role="group"
        aria-label={t("voices.picture")}
        dir="ltr"
        onKeyDown={onKeyDown}
        onPointerOver={(event) => setOn(markIn(event.target) ?? on)}
      >
        {columns === null
          ? null
          : staves.map((stave) => (
              <StaveDrawing
                key={stave.from}
                stave={stave}
                lines={picture.lines}
                columns={columns}
                named={named}
                labelOf={labelOf}
                markOf={markOf}
                current={stave.marks.some(({ utterance }) => utterance === current) ? current : null}
                onFocus={onFocus}
                onGo={props.onGo}
              />
            ))}
      </div>
      <p className={`voices__caption soft${shown === undefined ? "" : " voices__caption--stays"}`} aria-hidden="true">
        {shown === undefined ? t("voices.hint") : labelOf(shown)}
      </p>
      {sheets.length === 1 ? null : (
        <div className="page__actions">
          <Button isDisabled={number === 0} onPress={() => setTurnedTo(number - 1)}>
            {t("voices.earlier")}
          </Button>
          <Button isDisabled={number === sheets.length - 1} onPress={() => setTurnedTo(number + 1)}>
            {t("voices.later")}
          </Button>
        </div>
      )}
      <InWords picture={picture} nameOf={(voice) => named(voice).name} />
      <div>
        <a className="button" href={props.backHref}>
          {t("voices.back")}
        </a>
      </div>
    </main>
  );
}

function markIn(target: EventTarget): UtteranceId | null {
  if (!(target instanceof Element)) return null;
  const named = target.closest<SVGGElement>("[data-mark]")?.dataset["mark"];
  // Only the ids of marks are ever written there.
  return (named as UtteranceId | undefined) ?? null;
}
