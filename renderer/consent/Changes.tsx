import { useTranslation } from "react-i18next";
import type { Change } from "../../shared/consent/changed-words.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { givenSentence } from "../ui/RevisionReaders.tsx";
import { ChangedWords } from "./ChangedWords.tsx";
import { writersOf } from "../ui/RevisionText.tsx";

/** What a voice has to read anew: what changed, where, and whose words they are. */
export function Changes(props: {
  /** Since when it has changed; and what is said where nothing has. */
  readonly title: string;
  readonly nothing: string;
  readonly changes: readonly Change[];
  readonly before: Revision;
  readonly after: Revision;
}) {
  const { t, i18n } = useTranslation();
  const languages = new Intl.DisplayNames([i18n.language], { type: "language" });
  const writers = new Map([...writersOf(props.before), ...writersOf(props.after)]);
  const whereOf = (change: Change): string => {
    const { part } = change;
    const voice = "voice" in part ? writers.get(part.voice)?.profile.name : undefined;
    const name = voice ?? t("record.unknownVoice");
    if (part.kind === "given") return givenSentence(t, part);
    if (part.kind === "here-as") return t("text.voiceInIt", { name, kind: t(`voice.kinds.${part.as}`) });
    if (part.kind === "rendering") {
      return t("text.renderedBy", { name: part.by, language: languages.of(part.language) ?? part.language });
    }
    if (part.kind === "called") return t("consent.calledFor", { name, reader: part.reader });
    if (part.kind === "position" && part.is !== null && part.is !== part.was) {
      const stands = part.is === "lets-it-stand" ? t("decide.standsAside") : t(`decide.stands.${part.is}`);
      return t("consent.position", { name, stands });
    }
    if (part.kind === "task" && part.was !== part.is) {
      return t(part.is ? "consent.takesOn" : "consent.letsGo", { name });
    }
    if (part.kind === "weighed") return `${t(`wishes.weighings.${part.as}`)}, ${name}`;
    const where = t(`consent.parts.${part.kind}`);
    return voice === undefined ? where : `${where}, ${voice}`;
  };
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{props.title}</h2>
      {props.changes.length === 0 ? <p>{props.nothing}</p> : null}
      {props.changes.map((change, index) => (
        <p key={index} className="words">
          <span className="soft">{change.pieces.length === 0 ? whereOf(change) : `${whereOf(change)}: `}</span>
          <bdi>
            <ChangedWords
              pieces={change.pieces}
              writers={writers}
              toldOf={"voice" in change.part ? change.part.voice : null}
            />
          </bdi>
        </p>
      ))}
    </section>
  );
}
