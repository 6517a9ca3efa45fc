import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PartToRead, Passage } from "../../shared/consent/parts-to-read.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { directionOf } from "../../shared/meeting/interpreting.ts";
import { RevisionRendering } from "../ui/RevisionRendering.tsx";
import { Said, type Writers } from "../ui/Said.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import { WritersLegend } from "../ui/WritersLegend.tsx";
import { languageOfWords } from "./language-of-words.ts";
import type { Told } from "./told.ts";

/** One part of the text, large: what is said and whose it is, and how it was rendered beside it. */
export function PartShown(props: {
  readonly part: PartToRead;
  readonly writers: Writers;
  readonly tell: (passage: Passage) => Told;
  /** The passage that is spoken just now, or null. */
  readonly spoken: number | null;
  /** The language in which it is wished for, or null. */
  readonly wished: string | null;
}) {
  const { part, writers, wished } = props;
  const renderings = [...part.renderings].sort((a, b) => Number(b.language === wished) - Number(a.language === wished));
  const remembering = part.passages.flatMap((passage) =>
    passage.as === "heading" || passage.as === "remembered" ? passage.paragraph.runs.map(({ voice }) => voice) : [],
  );
  const writing = new Set(remembering.filter((voice) => voice !== null));
  return (
    <div className={renderings.length === 0 ? "aloud__part" : "aloud__part aloud__part--rendered"}>
      <div className="aloud__said">
        {part.passages.map((passage, index) => (
          <OnePassage
            key={index}
            passage={passage}
            told={props.tell(passage)}
            language={part.language}
            writers={writers}
            isSpoken={props.spoken === index && !renderings.some(({ language }) => language === wished)}
          />
        ))}
        {writing.size === 0 ? null : <WritersLegend writers={writers} only={writing} />}
      </div>
      {renderings.length === 0 ? null : (
        <div className="aloud__renderings">
          {renderings.map((rendering) => (
            <div
              key={`${rendering.language} ${rendering.by}`}
              data-wished={rendering.language === wished || undefined}
              data-spoken={(rendering.language === wished && props.spoken !== null) || undefined}
            >
              <RevisionRendering rendering={rendering} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function OnePassage(props: {
  readonly passage: Passage;
  readonly told: Told;
  readonly language: string;
  readonly writers: Writers;
  readonly isSpoken: boolean;
}) {
  const { i18n } = useTranslation();
  const { passage, told, writers } = props;
  const language = languageOfWords(told.words, props.language);
  const place = useRef<HTMLDivElement>(null);
  const { isSpoken } = props;
  useEffect(() => {
    // Whoever listens and reads along is not left behind.
    if (isSpoken) place.current?.scrollIntoView({ block: "nearest" });
  }, [isSpoken]);
  const aside = told.words === "" ? "aloud__words" : "aloud__before";
  return (
    <div
      ref={place}
      className="aloud__passage"
      data-spoken={isSpoken || undefined}
      data-owned={isOwned(passage) || undefined}
      style={styleOf(passage.voice, writers)}
    >
      {told.before === "" ? null : (
        <p className={aside} lang={i18n.language} dir="auto">
          {told.before}
        </p>
      )}
      {told.words === "" ? null : <Words passage={passage} told={told} language={language} writers={writers} />}
      {told.after === "" ? null : (
        <p className={aside} lang={i18n.language} dir="auto">
          {told.after}
        </p>
      )}
    </div>
  );
}

function Words(props: {
  readonly passage: Passage;
  readonly told: Told;
  readonly language: string;
  readonly writers: Writers;
}) {
  const { passage, language, writers } = props;
  switch (passage.as) {
    case "heading":
    case "remembered":
      return (
        <div lang={language} data-whose-words="on">
          <Said paragraphs={[passage.paragraph]} writers={writers} />
        </div>
      );
    case "said":
      return (
        <div lang={language}>
          <Said paragraphs={passage.paragraphs} direction={directionOf(language)} />
        </div>
      );
    default:
      return (
        <p className="aloud__words" lang={language} dir="auto">
          {props.told.words}
        </p>
      );
  }
}

/** Whether it is one voice's, and is told as that. */
function isOwned({ as, voice }: Passage): boolean {
  return voice !== null && as !== "heading" && as !== "remembered" && as !== "decision" && as !== "called";
}

function styleOf(voice: VoiceId | null, writers: Writers) {
  return voice === null ? undefined : voiceStyle(writers.get(voice)?.profile.colour ?? "slate");
}
