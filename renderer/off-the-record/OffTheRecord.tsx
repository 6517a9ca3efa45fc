import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Colour } from "../../shared/meeting/shapes.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import "./off-the-record.css";

/** Something said off the record, with its voice by name. */
export interface SpokenHere {
  readonly id: string;
  readonly name: string;
  readonly colour: Colour;
  readonly words: string;
}

/** The time off the record: what it means, what is said in it, and the ways back. */
export function OffTheRecord(props: {
  readonly spoken: readonly SpokenHere[];
  /** Who speaks here now has said something in this time. */
  readonly spoke: boolean;
  /** And wishes that what was said be kept. */
  readonly keeps: boolean;
  readonly wishedByAll: boolean;
  readonly mayAct: boolean;
  readonly refused: string | null;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { spoken } = props;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only the list of these words moves, and only to the newest of them.
    if (end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [spoken]);
  return (
    <section className="off" aria-labelledby="off-title" data-area="off-the-record">
      <h2 id="off-title" className="off__title">
        {t("offTheRecord.title")}
      </h2>
      <p className="off__means soft">
        {t("offTheRecord.means")} {t("offTheRecord.rests")}
      </p>
      <div ref={end} className="off__said" role="log" aria-label={t("offTheRecord.said")} tabIndex={0}>
        {spoken.length === 0 ? (
          <p className="soft">{t("offTheRecord.nothingYet")}</p>
        ) : (
          spoken.map(({ id, name, colour, words }) => (
            <p key={`${name} ${id}`} className="off__one words" style={voiceStyle(colour)}>
              <span className="voice-name" dir="auto">
                {name}
              </span>{" "}
              <bdi>{words}</bdi>
            </p>
          ))
        )}
      </div>
      {props.mayAct ? (
        <>
          <p className="off__what soft">
            {t(props.wishedByAll ? "offTheRecord.willBeKept" : "offTheRecord.willBeGone")}
            {props.keeps && !props.wishedByAll ? ` ${t("offTheRecord.youWish")}` : ""}
          </p>
          <div className="off__ways">
            {props.spoke && !props.keeps ? <Button onPress={props.onKeep}>{t("offTheRecord.keep")}</Button> : null}
            <Button onPress={props.onBack}>{t("offTheRecord.back")}</Button>
          </div>
        </>
      ) : null}
      <Notice role="alert">{props.refused}</Notice>
    </section>
  );
}
