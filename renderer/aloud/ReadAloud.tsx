import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { partsToRead } from "../../shared/consent/parts-to-read.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { momentsIn } from "../i18n/dates.ts";
import { BackToMeeting } from "../ui/BackToMeeting.tsx";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { writersOf } from "../ui/RevisionText.tsx";
import { Title } from "../ui/Title.tsx";
import { PartShown } from "./PartShown.tsx";
import { speechOf } from "./speech-of.ts";
import type { Speaker } from "./speaker.ts";
import { kindInWords, tell } from "./told.ts";
import { useReading } from "./use-reading.ts";
import { useTurning } from "./use-turning.ts";
import { VoiceOfLaptop } from "./VoiceOfLaptop.tsx";
import "./aloud.css";

const AS_SAID = "as-said";

/** The frozen text, large and one part at a time, read by someone or by a voice of this laptop. */
export function ReadAloud(props: {
  readonly revision: Revision;
  readonly speaker: Speaker;
  /** The language a voice has said an utterance to be in, where it has. */
  readonly spokenIn: (utterance: UtteranceId) => string | null;
  /** The language of whoever reads here, if they have said which. */
  readonly ownLanguage: string | null;
  /** While the meeting pauses, or nobody has the laptop, no voice reads. */
  readonly isHushed: boolean;
  readonly answerHref: string;
  readonly backHref: string;
}) {
  const { t, i18n } = useTranslation();
  const { revision, spokenIn } = props;
  const screen = i18n.language;
  const parts = useMemo(() => partsToRead(revision, spokenIn), [revision, spokenIn]);
  const writers = useMemo(() => writersOf(revision), [revision]);
  const rendered = [...new Set(parts.flatMap(({ renderings }) => renderings.map(({ language }) => language)))];
  const own = rendered.find((language) => language === props.ownLanguage) ?? null;
  const [wished, setWished] = useState(own);
  const teller = useMemo(() => {
    const names = new Map<VoiceId, string>([
      ...parts.flatMap(({ renderings }) => renderings.map(({ by, name }) => [by, name] as const)),
      ...revision.voices.map(({ id, profile }) => [id, profile.name] as const),
    ]);
    const day = momentsIn(screen);
    return tell.bind(null, t, {
      nameOf: (voice) => names.get(voice) ?? t("record.unknownVoice"),
      moment: (iso) => day.format(new Date(iso)),
    });
  }, [parts, revision, t, screen]);
  const spoken = useMemo(
    () =>
      parts.map((part, index) => {
        const isFirstOfKind = parts[index - 1]?.kind !== part.kind;
        const title = isFirstOfKind ? kindInWords(t, part.kind) : "";
        return speechOf(part, { title, tell: teller, screen, wished });
      }),
    [parts, teller, screen, wished, t],
  );
  const reading = useReading(props.speaker, spoken, props.isHushed);
  const { at, goTo } = reading;
  const part = parts[at];
  useTurning(at, goTo);
  useEffect(() => {
    // Each part begins where it can be seen whole, as a page that is turned.
    window.scrollTo(0, 0);
  }, [at]);
  if (part === undefined) return null;
  const languageNamed = (language: string) =>
    new Intl.DisplayNames([screen], { type: "language" }).of(language) ?? language;

  return (
    <div className="aloud">
      <main className="aloud__page">
        <header className="aloud__head">
          <Title page={`${t("readAloud.title")} · ${revision.name}`}>{t("readAloud.title")}</Title>
          <div role="status">
            <h2 className="aloud__where">
              {t("readAloud.part", { at: at + 1, all: parts.length, what: kindInWords(t, part.kind) })}
            </h2>
          </div>
        </header>
        {rendered.length === 0 ? null : (
          <Choices
            label={t("readAloud.languages")}
            value={wished ?? AS_SAID}
            choices={[
              { value: AS_SAID, label: t("readAloud.original") },
              ...rendered.map((language) => ({
                value: language,
                label: t("readAloud.rendered", { language: languageNamed(language) }),
              })),
            ]}
            onChange={(chosen) => setWished(chosen === AS_SAID ? null : chosen)}
          />
        )}
        <section className="aloud__place" aria-label={kindInWords(t, part.kind)} lang={revision.language}>
          <PartShown part={part} writers={writers} tell={teller} spoken={reading.passage} wished={wished} />
        </section>
      </main>
      <footer className="aloud__foot">
        <div className="aloud__turn">
          <Button onPress={() => goTo(at - 1)}>
            <span aria-hidden="true" className="aloud__arrow">
              ←
            </span>
            {t("readAloud.back")}
          </Button>
          <Button weight="main" onPress={() => goTo(at + 1)}>
            {t("readAloud.next")}
            <span aria-hidden="true" className="aloud__arrow">
              →
            </span>
          </Button>
        </div>
        <VoiceOfLaptop
          reading={reading}
          unspoken={reading.unspoken === null ? null : languageNamed(reading.unspoken)}
        />
        <div className="aloud__ways">
          <a className={`button button--${at === parts.length - 1 ? "main" : "quiet"}`} href={props.answerHref}>
            {t("readAloud.toAnswer")}
          </a>
          <BackToMeeting className="button button--quiet" href={props.backHref} />
        </div>
      </footer>
    </div>
  );
}
