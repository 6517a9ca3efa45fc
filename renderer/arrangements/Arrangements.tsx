import { useTranslation } from "react-i18next";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { ArrangingWishes } from "../session/arranging-wishes.ts";
import { Title } from "../ui/Title.tsx";
import { CardToPrint, type Print } from "./CardToPrint.tsx";
import type { Line } from "./LineForm.tsx";
import { Lines } from "./Lines.tsx";
import { TakenOn } from "./TakenOn.tsx";
import "./arrangements.css";

/** Who comes when and whom to ring, noted by any voice; and the card that is printed of it, with the next meeting. */
export function Arrangements(props: {
  readonly state: Pick<MeetingState, "arrangements" | "begun" | "nextMeeting" | "tasks" | "voices">;
  /** Whether the voice that speaks here may write. */
  readonly mayWrite: boolean;
  readonly wishes: ArrangingWishes;
  readonly print: Print;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { state, mayWrite, wishes } = props;
  const { comes, ring, by } = state.arrangements;
  const askedOfComing = { who: t("card.comesWho"), said: t("card.comesWhen"), longest: 200 };
  const askedOfRinging = {
    who: t("card.ringWho"),
    said: t("card.ringNumber"),
    saidHint: t("card.ringHint"),
    longest: 120,
  };
  const noteComing = (before: Line | null, after: Line | null) =>
    wishes.noteArrangement({ of: "comes", before: comingOf(before), after: comingOf(after) });
  return (
    <main className="page">
      <header>
        <Title page={`${t("card.title")} · ${t("app.name")}`}>{t("card.title")}</Title>
        <p>{t("card.lead")}</p>
      </header>
      <Lines
        id="comes"
        title={t("card.comes")}
        none={t("card.noComes")}
        add={t("card.addComes")}
        asked={askedOfComing}
        lines={comes.map(({ who, when }) => ({ who, said: when }))}
        mayWrite={mayWrite}
        note={noteComing}
      />
      <Lines
        id="ring"
        title={t("card.ring")}
        none={t("card.noRing")}
        add={t("card.addRing")}
        asked={askedOfRinging}
        lines={ring.map(({ who, number }) => ({ who, said: number }))}
        mayWrite={mayWrite}
        note={(before, after) =>
          wishes.noteArrangement({ of: "ring", before: toRingOf(before), after: toRingOf(after) })
        }
      />
      {by === null ? null : (
        <p className="soft">
          {t("card.notedBy", { name: state.voices.get(by)?.profile.name ?? t("record.unknownVoice") })}
        </p>
      )}
      <div hidden={!mayWrite}>
        <TakenOn state={state} asked={askedOfComing} note={(line) => noteComing(null, line)} />
      </div>
      <CardToPrint arranged={state} print={props.print} />
      <div className="page__actions">
        <a className="button" href={props.backHref}>
          {t("card.back")}
        </a>
      </div>
    </main>
  );
}

function comingOf(line: Line | null) {
  return line === null ? null : { who: line.who.trim(), when: line.said.trim() };
}

function toRingOf(line: Line | null) {
  return line === null ? null : { who: line.who.trim(), number: line.said.trim() };
}
