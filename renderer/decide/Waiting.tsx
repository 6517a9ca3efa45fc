import { useTranslation } from "react-i18next";
import type { Sayable } from "../../shared/consent/spoken.ts";
import type { Room } from "./room.ts";

/** What was said aloud about something here and waits for a witness: it stands where it belongs, and looks it. */
export function Waiting(props: { readonly room: Room; readonly about: (says: Sayable) => boolean }) {
  const { t } = useTranslation();
  const waiting = props.room.waiting.filter(({ says }) => props.about(says));
  if (waiting.length === 0) return null;
  return (
    <ul className="decision__said">
      {waiting.map(({ feed, seq, sentence }) => (
        <li key={`${feed}#${String(seq)}`} className="decision__waiting">
          <bdi>{sentence}</bdi> {t("decide.waiting")}
        </li>
      ))}
    </ul>
  );
}
