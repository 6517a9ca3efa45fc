import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { LineForm, type Asked, type Line } from "./LineForm.tsx";

/**
 * Lines of one kind, as they were noted. Whoever may write can change any of them: they are nobody's own words. A line that was
 * changed is another one, so the keyboard goes to what they are all called. Who is changing one that another changes meanwhile
 * goes on writing: what they keep is a line of its own.
 */
export function Lines(props: {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly add: string;
  readonly asked: Asked;
  readonly lines: readonly Line[];
  readonly mayWrite: boolean;
  readonly note: (before: Line | null, after: Line | null) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const { id, asked, lines, mayWrite, note } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [changing, setChanging] = useState<ReadonlyMap<string, ToldLine>>(new Map());
  const change = async (before: ToldLine, after: Line | null) => {
    const noted = await note(before.line, after);
    const active = document.activeElement;
    const isHere = active === document.body || heading.current?.parentElement?.contains(active) === true;
    if (noted.ok && isHere) heading.current?.focus();
    return noted;
  };
  const open = (line: ToldLine, isOpen: boolean) => {
    setChanging((now) => {
      const others = [...now].filter(([key]) => key !== line.key);
      return new Map(isOpen ? [...others, [line.key, line]] : others);
    });
  };
  return (
    <section className="arrangements__part" aria-labelledby={id}>
      <h2 ref={heading} id={id} tabIndex={-1}>
        {props.title}
      </h2>
      {lines.length === 0 ? <p className="soft">{props.none}</p> : null}
      <ul className="arrangements__lines" aria-label={props.title}>
        {withThose(told(lines), changing).map(({ isGone, ...one }) => (
          <li key={one.key}>
            {isGone ? (
              <span role="status" className="soft">
                {t("card.changedMeanwhile")}
              </span>
            ) : (
              <span>
                <bdi className="arrangements__who">{one.line.who}</bdi>
                {one.line.who === "" || one.line.said === "" ? "" : ": "}
                <bdi>{one.line.said}</bdi>
              </span>
            )}
            <InPlace
              label={t("card.change")}
              name={t("card.changeLine", { line: one.words })}
              offered={mayWrite}
              onOpen={(isOpen) => open(one, isOpen)}
            >
              {(done) => (
                <LineForm
                  label={t("card.changeLine", { line: one.words })}
                  asked={asked}
                  begins={one.line}
                  note={(after) => change(one, after)}
                  canTakeOut={!isGone}
                  onDone={done}
                />
              )}
            </InPlace>
          </li>
        ))}
      </ul>
      <InPlace label={props.add} offered={mayWrite}>
        {(done) => (
          <LineForm
            label={props.add}
            asked={asked}
            begins={{ who: "", said: "" }}
            note={(after) => note(null, after)}
            canTakeOut={false}
            onDone={done}
          />
        )}
      </InPlace>
    </section>
  );
}

/** A line in words, with a key that stays its own when another line comes or goes. */
interface ToldLine {
  readonly line: Line;
  readonly words: string;
  readonly key: string;
  readonly at: number;
}

/** The lines, and those that are being changed although they are gone, each where it was. */
function withThose(lines: readonly ToldLine[], changing: ReadonlyMap<string, ToldLine>) {
  const shown = lines.map((line) => ({ ...line, isGone: false }));
  for (const line of changing.values()) {
    if (lines.some(({ key }) => key === line.key)) continue;
    shown.splice(Math.min(line.at, shown.length), 0, { ...line, isGone: true });
  }
  return shown;
}

function told(lines: readonly Line[]): readonly ToldLine[] {
  const alike = new Map<string, number>();
  return lines.map((line, at) => {
    const { who, said } = line;
    const place = alike.get(JSON.stringify([who, said])) ?? 0;
    alike.set(JSON.stringify([who, said]), place + 1);
    return {
      line,
      words: [who, said].filter((part) => part !== "").join(", "),
      key: JSON.stringify([who, said, place]),
      at,
    };
  });
}
