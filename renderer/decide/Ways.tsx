import { useTranslation } from "react-i18next";
import type { Decision } from "../../shared/meeting/decided.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { Matters } from "./Matters.tsx";
import { Reword } from "./Reword.tsx";
import { ownVoiceIn, type Room } from "./room.ts";
import { WriteDown } from "./WriteDown.tsx";

/** The ways that were considered on the way to a decision, each by whoever thought of it. None is weighed against another. */
export function Ways({ room, decision }: { readonly room: Room; readonly decision: Decision }) {
  const { t } = useTranslation();
  const own = ownVoiceIn(room);
  const { voices } = room.state;
  return (
    <section className="decision__part" aria-label={t("decide.ways")}>
      <h4>{t("decide.ways")}</h4>
      {decision.ways.length === 0 ? <p className="soft">{t("decide.noWays")}</p> : null}
      {decision.ways.map((way) => (
        <div key={way.id} className="decision__way">
          <p dir="auto">{way.text}</p>
          <p className="soft">
            {t("decide.wayBy", { name: voices.get(way.by)?.profile.name ?? t("record.unknownVoice") })}
          </p>
          <Matters room={room} decision={decision.id} way={way} matters={way.matters} />
          {own?.id === way.by ? (
            <Reword
              text={way.text}
              label={t("decide.rewordWay")}
              name={`${t("decide.rewordWay")}: ${way.text}`}
              maxLength={2000}
              stoodOn={false}
              reword={(text) => room.wishes.rewordWay(decision.id, way.id, text)}
            />
          ) : null}
        </div>
      ))}
      {own === null ? null : (
        <InPlace label={t("decide.addWay")}>
          {(done) => (
            <WriteDown
              label={t("decide.wayWords")}
              initial=""
              maxLength={2000}
              keep={(text) => room.wishes.considerWay(decision.id, text)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </section>
  );
}
