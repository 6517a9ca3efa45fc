import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { NextMeeting } from "../../shared/meeting/decided.ts";
import { nextMeetingWished } from "../../shared/meeting/deciding.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Field } from "../ui/Field.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { useWish } from "../ui/use-wish.ts";
import { FormEnd } from "./FormEnd.tsx";
import { writerIn, type Room } from "./room.ts";
import "./decide.css";

const PARTS = ["when", "where", "who", "text"] as const;
const LABELS = {
  when: "decide.nextWhen",
  where: "decide.nextWhere",
  who: "decide.nextWho",
  text: "decide.nextText",
} as const;
const LENGTHS = { when: 200, where: 200, who: 400, text: 1000 } as const;

/** When to meet again, where, and who might come; and the way to the card on which that is printed. */
export function NextTime({ room, cardHref }: { readonly room: Room; readonly cardHref: string }) {
  const { t } = useTranslation();
  const { nextMeeting: next } = room.state;
  const said = PARTS.filter((part) => next[part] !== "");
  return (
    <section className="decisions" aria-label={t("decide.nextTime")}>
      <h3>{t("decide.nextTime")}</h3>
      {said.length === 0 ? <p className="soft">{t("decide.noNextTime")}</p> : null}
      {said.map((part) => (
        <p key={part} className="decision__words">
          {part === "text" ? null : <span className="soft">{t(LABELS[part])}: </span>}
          <bdi>{next[part]}</bdi>
        </p>
      ))}
      {writerIn(room) === null ? null : (
        <InPlace label={t(said.length === 0 ? "decide.setNextTime" : "decide.changeNextTime")}>
          {(done) => <NextTimeForm room={room} onDone={done} />}
        </InPlace>
      )}
      <div>
        <a className="button button--quiet" href={cardHref}>
          {t("card.open")}
        </a>
      </div>
    </section>
  );
}

function NextTimeForm({ room, onDone }: { readonly room: Room; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { nextMeeting: now } = room.state;
  const [opened] = useState(now);
  const [next, setNext] = useState<NextMeeting>(now);
  const wish = useWish<Refusal>();
  const keep = async () => {
    const wished = nextMeetingWished(next, opened, now);
    const untouched = PARTS.every((part) => wished[part] === now[part]);
    if (untouched || (await wish.run(() => room.wishes.setNextMeeting(wished))) !== null) onDone();
  };
  return (
    <Form
      className="write-down"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className="soft">{t("decide.nextHint")}</p>
      {PARTS.map((part) => (
        <Field
          key={part}
          label={t(LABELS[part])}
          value={next[part]}
          onChange={(words) => setNext({ ...next, [part]: words })}
          maxLength={LENGTHS[part]}
          long={part === "text"}
          autoFocus={part === "when"}
        />
      ))}
      <FormEnd wish={wish} onDone={onDone} />
    </Form>
  );
}
