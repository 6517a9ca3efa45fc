import { useState } from "react";
import { useTranslation } from "react-i18next";
import { removedIn } from "../../shared/consent/removed.ts";
import type { Freezing } from "../../shared/consent/revision.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { Digest, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Reader } from "../../shared/meeting/in-the-room.ts";
import type { Utterance, Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { ProposePreview } from "./ProposePreview.tsx";
import { ProposeReaders, type Given } from "./ProposeReaders.tsx";
import { ProposeWords, type ChosenWords } from "./ProposeWords.tsx";
import "./consent.css";

/** What is to be frozen: which of our own words, and for whom outside the room. */
export interface Proposing {
  readonly utterances: readonly UtteranceId[];
  readonly readers: Freezing["readers"];
}

/** Choosing what is frozen and put before everyone, and who is given a copy, with each of them in view exactly as it would be. */
export function Propose(props: {
  readonly said: readonly Utterance[];
  /** What was said as well, and is kept out of the record by its voice. */
  readonly keptOut: readonly Utterance[];
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly textOf: MeetingSession["utteranceText"];
  /** Those outside the room who have been named, and what the person at the centre, whose yes each of them needs, is called. */
  readonly readers: readonly Reader[];
  readonly person: string;
  /** Whether that is who chooses here. */
  readonly isPerson: boolean;
  /** The text as it would be frozen now; null while the meeting's beginning has not arrived on this laptop. */
  readonly freeze: (proposing: Proposing) => Revision | null;
  readonly propose: (proposing: Proposing) => Promise<Result<Digest, Refusal>>;
  readonly onProposed: () => void;
  readonly readersHref: string;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { said, readers } = props;
  const [words, setWords] = useState<ChosenWords>(() => ({ which: "all", picked: new Set(said.map(({ id }) => id)) }));
  const [given, setGiven] = useState<Given>(new Map());
  const wish = useWish<Refusal>();
  const proposing: Proposing = {
    utterances: words.which === "none" ? [] : said.map(({ id }) => id).filter((id) => isChosen(words, id)),
    // A yes may be taken back while somebody is choosing here.
    readers: readers.flatMap(({ id, permitted }) => {
      const parts = permitted ? given.get(id) : undefined;
      return parts === undefined ? [] : [{ id, parts }];
    }),
  };
  const frozen = props.freeze(proposing);
  const removed = frozen === null ? [] : removedIn(frozen, props);

  const propose = async () => {
    if ((await wish.run(() => props.propose(proposing))) !== null) props.onProposed();
  };

  return (
    <main className="page page--column">
      <header>
        <Title page={`${t("propose.title")} · ${t("app.name")}`}>{t("propose.title")}</Title>
        <p>{t("propose.lead")}</p>
      </header>
      <ProposeWords
        said={said}
        keptOut={props.keptOut}
        voices={props.voices}
        textOf={props.textOf}
        chosen={words}
        onChoose={setWords}
      />
      <ProposeReaders
        readers={readers}
        person={props.person}
        isPerson={props.isPerson}
        given={given}
        onGive={setGiven}
        frozen={frozen}
        readersHref={props.readersHref}
      />
      {removed.map(({ id, profile: { name } }) => (
        <p key={id}>{t("propose.removed", { name })}</p>
      ))}
      <ProposePreview frozen={frozen} />
      <footer className="page__actions page__foot">
        <Button weight="main" onPress={() => void propose()}>
          {t("propose.propose")}
        </Button>
        <a className="button" href={props.backHref}>
          {t("propose.back")}
        </a>
        <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      </footer>
    </main>
  );
}

function isChosen({ which, picked }: ChosenWords, id: UtteranceId): boolean {
  return which === "all" || picked.has(id);
}
