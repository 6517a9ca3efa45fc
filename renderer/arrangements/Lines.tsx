import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { LineForm, type Asked, type Line } from "./LineForm.tsx";

/**
 * Lines of one kind, as they were noted. Whoever may write can change any of them: they are nobody's own words. A line that was
 * changed is another one, so the keyboard goes to what they are all called.
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
  const change = async (before: Line, after: Line | null) => {
    const noted = await note(before, after);
    if (noted.ok) heading.current?.focus();
    return noted;
  };
  return (
    <section className="arrangements__part" aria-labelledby={id}>
      <h2 ref={heading} id={id} tabIndex={-1}>
        {props.title}
      </h2>
      {lines.length === 0 ? <p className="soft">{props.none}</p> : null}
      <ul className="arrangements__lines" aria-label={props.title}>
        {told(lines).map(({ line, words, key }) => (
          <li key={key}>
            <span>
              <bdi className="arrangements__who">{line.who}</bdi>
              {line.who === "" || line.said === "" ? "" : ": "}
              <bdi>{line.said}</bdi>
            </span>
            {mayWrite ? (
              <InPlace label={t("card.change")} name={t("card.changeLine", { line: words })}>
                {(done) => (
                  <LineForm
                    label={t("card.changeLine", { line: words })}
                    asked={asked}
                    begins={line}
                    note={(after) => change(line, after)}
                    canTakeOut
                    onDone={done}
                  />
                )}
              </InPlace>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <InPlace label={props.add}>
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
      ) : null}
    </section>
  );
}

/** The lines in words, each with a key that stays its own when another line comes or goes. */
function told(lines: readonly Line[]) {
  const alike = new Map<string, number>();
  return lines.map((line) => {
    const { who, said } = line;
    const place = alike.get(JSON.stringify([who, said])) ?? 0;
    alike.set(JSON.stringify([who, said]), place + 1);
    return {
      line,
      words: [who, said].filter((part) => part !== "").join(", "),
      key: JSON.stringify([who, said, place]),
    };
  });
}
