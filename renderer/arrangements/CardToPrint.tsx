import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  layOutCard,
  renderArrangementsCard,
  type Arranged,
  type CardLine,
} from "../../shared/export/arrangements-card.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useLasting } from "../ui/use-lasting.ts";
import { useWish } from "../ui/use-wish.ts";
import { cardStrings } from "./card-strings.ts";

/** Has a page made a paper of, and says what became of it. */
export type Print = (paper: {
  readonly title: string;
  readonly html: string;
}) => Promise<Result<"not-saved" | "printing" | "saved", "not-exported">>;

/** The card as it comes on paper, and the way there. */
export function CardToPrint(props: { readonly arranged: Arranged; readonly print: Print }) {
  const { t, i18n } = useTranslation();
  const { arranged } = props;
  const strings = cardStrings(i18n);
  const card = layOutCard(arranged, strings);
  const wish = useWish<"not-exported">();
  const lasts = useLasting(wish.underWay);
  const [taken, setTaken] = useState<"not-saved" | "printing" | "saved" | null>(null);
  const print = async () => {
    setTaken(null);
    const html = renderArrangementsCard(arranged, strings);
    const printed = await wish.run(() => props.print({ title: card.title, html }));
    if (printed !== null) setTaken(printed.value);
  };
  return (
    <section className="arrangements__part" aria-labelledby="card-preview">
      <h2 id="card-preview">{t("card.preview")}</h2>
      <div className="sheet arrangements__card">
        <div>
          <p className="arrangements__title">{card.title}</p>
          <p dir="auto">{card.meeting}</p>
        </div>
        {card.parts.map(({ id, heading, lines, nothing }) => (
          <div key={id}>
            <h3>{heading}</h3>
            {lines.length === 0 ? <p className="soft">{nothing}</p> : null}
            {lines.map((line, index) => (
              <PrintedLine key={index} line={line} />
            ))}
          </div>
        ))}
        <p className="soft">{card.meaning}</p>
      </div>
      <p className="soft">{t("card.nextHint")}</p>
      <div className="page__actions">
        <Button weight="main" onPress={() => void print()}>
          {t("card.print")}
        </Button>
      </div>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      <Notice>{lasts ? t("agreed.making") : taken === null ? null : t(`agreed.taken.${taken}`)}</Notice>
    </section>
  );
}

function PrintedLine({ line: { label, isNoted, words } }: { readonly line: CardLine }) {
  return (
    <p className="arrangements__printed">
      {label === "" ? null : <bdi className={isNoted ? "arrangements__who" : "soft"}>{label}</bdi>}
      {label === "" || words === "" ? "" : ": "}
      <bdi>{words}</bdi>
    </p>
  );
}
