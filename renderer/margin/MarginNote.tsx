import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** One note to oneself: to be said, changed, or let go of. */
export function MarginNote(props: {
  readonly words: string;
  readonly onSay: () => void;
  readonly onChange: (words: string) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { words } = props;
  const [changing, setChanging] = useState<string | null>(null);
  if (changing !== null) {
    return (
      <li className="margin__note">
        <Field label={t("margin.changing")} value={changing} onChange={setChanging} long autoFocus />
        <div className="margin__acts">
          <Button
            onPress={() => {
              if (changing.trim() !== "") props.onChange(changing.trim());
              setChanging(null);
            }}
          >
            {t("margin.changed")}
          </Button>
          <Button weight="quiet" onPress={() => setChanging(null)}>
            {t("margin.leave")}
          </Button>
        </div>
      </li>
    );
  }
  const named = { words: words.length > 60 ? `${words.slice(0, 60)}…` : words };
  return (
    <li className="margin__note">
      <p dir="auto" className="margin__words">
        {words}
      </p>
      <div className="margin__acts">
        <Button aria-label={t("margin.sayNote", named)} onPress={props.onSay}>
          {t("margin.say")}
        </Button>
        <Button weight="quiet" aria-label={t("margin.changeNote", named)} onPress={() => setChanging(words)}>
          {t("margin.change")}
        </Button>
        <Button weight="quiet" aria-label={t("margin.removeNote", named)} onPress={props.onRemove}>
          {t("margin.remove")}
        </Button>
      </div>
    </li>
  );
}
