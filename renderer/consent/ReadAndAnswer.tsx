import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { whatChanged } from "../../shared/consent/changes.ts";
import { isWithdrawn } from "../../shared/consent/final.ts";
import type { Answer, ProposedRevision } from "../../shared/consent/state.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { BackToMeeting } from "../ui/BackToMeeting.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { RevisionHead } from "../ui/RevisionHead.tsx";
import { RevisionReaders } from "../ui/RevisionReaders.tsx";
import { RevisionText } from "../ui/RevisionText.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { Changes } from "./Changes.tsx";
import { ReadersCopies } from "./ReadersCopies.tsx";
import { NotYetWords } from "./NotYetWords.tsx";
import type { SpokenAnswer } from "./written-down.ts";
import "./consent.css";

/** The answers a voice may give to the text it is reading. */
export interface Answers {
  readonly consent: (voice: VoiceId) => Promise<Result<null, Refusal>>;
  readonly withhold: (voice: VoiceId, words: string) => Promise<Result<null, Refusal>>;
  readonly takeBack: (voice: VoiceId) => Promise<Result<null, Refusal>>;
}

/** A voice and the text: what changed, the whole of it, and two answers of equal weight that both take one press. */
export function ReadAndAnswer(props: {
  readonly proposed: ProposedRevision;
  readonly final: boolean;
  readonly reader: Voice | null;
  readonly before: Revision | null;
  /** The answer that was written down for this voice and waits for a witness, or null. */
  readonly writtenDown: SpokenAnswer | null;
  readonly answers: Answers;
  /** What a voice can do with its yes once the text is agreed: it is a draft no more, whose answers are simply taken back. */
  readonly afterAgreed: (reader: Voice) => ReactNode;
  readonly onDone: () => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { proposed, reader, before, answers, writtenDown } = props;
  const { revision } = proposed;
  const wish = useWish<Refusal>();
  const answer = reader === null ? undefined : proposed.answers.get(reader.id);
  const place = useRef<HTMLDivElement>(null);
  const outside = revision.readers
    .filter(({ id }) => id !== "network")
    .map(({ name }) => name)
    .join(", ");
  const [another, setAnother] = useState(false);
  const waits = writtenDown !== null && !another;
  const shown = waits ? writtenDown : answer?.answer;
  const answered = useRef(shown);
  useLayoutEffect(() => {
    // The button that was pressed is gone: the keyboard stays where the answer now stands.
    if (answered.current !== shown) place.current?.focus({ preventScroll: true });
    answered.current = shown;
  }, [shown]);
  const asked = useRef<string | null>(null);
  const give = (about: string, wished: () => Promise<Result<null, Refusal>>): void => {
    // An answer can be corrected before it is kept; the same pressed twice is given once.
    if (wish.underWay && asked.current === about) return;
    asked.current = about;
    setAnother(false);
    void wish.run(wished, {});
  };

  return (
    <div className="consent">
      <main className="consent__page">
        <p className="consent__alone">
          {reader === null
            ? t("consent.noVoice")
            : t(reader.seated ? "consent.aloud" : "consent.alone", { name: reader.profile.name })}
        </p>
        <Title page={`${t("consent.title")} · ${revision.name}`}>{t("consent.title")}</Title>
        <p className="soft">
          {outside === "" ? t("consent.readers") : t("consent.readersBeyond", { readers: outside })}{" "}
          {t(!props.final ? "consent.draft" : isWithdrawn(proposed) ? "agreed.leadWithdrawn" : "consent.agreed")}
        </p>
        <div className="sheet">
          {before === null ? null : (
            <Changes
              title={t("consent.changed")}
              nothing={t("consent.unchanged")}
              changes={whatChanged(before, revision)}
              before={before}
              after={revision}
            />
          )}
          <h2>{t("consent.whole")}</h2>
          <RevisionHead revision={revision} isFrozen />
          <RevisionText revision={revision} />
          <RevisionReaders revision={revision} />
          <ReadersCopies revision={revision} />
        </div>
      </main>
      <section className="consent__foot" aria-label={t("consent.answers")}>
        <div ref={place} tabIndex={-1} className="consent__answers">
          {reader === null ? null : waits ? (
            <>
              <p role="status" className="consent__said">
                {t("consent.writtenDown", { name: reader.profile.name, words: t(`aloud.says.${writtenDown}`) })}
              </p>
              <Button weight="quiet" onPress={() => setAnother(true)}>
                {t("consent.another")}
              </Button>
              <Button weight="main" onPress={props.onDone}>
                {t("consent.done")}
              </Button>
            </>
          ) : answer === undefined || (another && !props.final) ? (
            <>
              <Button onPress={() => give("yes", () => answers.consent(reader.id))}>{t("consent.yes")}</Button>
              <Button onPress={() => give("not-yet", () => answers.withhold(reader.id, ""))}>
                {t("consent.notYet")}
              </Button>
            </>
          ) : (
            <>
              {answer.answer === "withdrawn" ? null : (
                <p role="status" className="consent__said">
                  {t(saidKey(answer, reader.seated, props.final), { name: reader.profile.name })}
                </p>
              )}
              {props.final ? (
                props.afterAgreed(reader)
              ) : (
                <Button weight="quiet" onPress={() => give("back", () => answers.takeBack(reader.id))}>
                  {reader.seated ? t("consent.takeBackAloud", { name: reader.profile.name }) : t("consent.takeBack")}
                </Button>
              )}
              <Button weight="main" onPress={props.onDone}>
                {t("consent.done")}
              </Button>
            </>
          )}
          <BackToMeeting className="button button--quiet consent__way-out" href={props.backHref} />
        </div>
        {reader !== null && !waits && answer?.answer === "not-yet" ? (
          <NotYetWords words={answer.words} keep={(words) => answers.withhold(reader.id, words)} />
        ) : null}
        <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      </section>
    </div>
  );
}

/** What a voice has answered, in a sentence to itself; or in one about it, where it is read to. */
function saidKey({ answer }: Answer, aloud: boolean, final: boolean) {
  if (answer === "not-yet") return aloud ? "consent.hasSaidNotYet" : "consent.saidNotYet";
  if (final) return aloud ? "consent.hasAgreed" : "consent.haveAgreed";
  return aloud ? "consent.hasSaidYes" : "consent.saidYes";
}
