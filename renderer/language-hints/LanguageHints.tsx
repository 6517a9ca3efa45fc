import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { Button } from "../ui/Button.tsx";
import { usePutAside } from "../ui/use-put-aside.ts";
import type { Hint } from "./curated.ts";
import { useHints } from "./use-hints.ts";
import "./language-hints.css";

/**
 * Other ways of saying what is being written, offered quietly beneath it once the writer pauses. Nothing is changed by
 * itself and the keyboard stays where it is; put aside, they do not come back for these words.
 */
export function LanguageHints(props: {
  readonly draft: UtteranceId;
  readonly words: string;
  /** Called when the hints were put aside, and the button that did it is gone. */
  readonly onPutAside: () => void;
}) {
  const { t } = useTranslation();
  const { isAside, putAside } = usePutAside();
  const found = useHints(props.words);
  const none = props.words.trim() === "" || isAside(props.draft) || found.length === 0;
  return (
    <div className="language-hints">
      <p role="status" className="unseen">
        {none || found === "unavailable" ? null : t("hints.there")}
      </p>
      {none ? null : (
        <section className="language-hints__shown" aria-label={t("hints.title")}>
          {found === "unavailable" ? (
            <p>{t("hints.unavailable")}</p>
          ) : (
            <ul>
              {found.map((hint) => (
                <OneHint key={hint.said.toLowerCase()} hint={hint} />
              ))}
            </ul>
          )}
          <Button
            weight="quiet"
            onPress={() => {
              putAside(props.draft);
              props.onPutAside();
            }}
          >
            {t("hints.hide")}
          </Button>
        </section>
      )}
    </div>
  );
}

function OneHint({ hint }: { readonly hint: Hint }) {
  const { t, i18n } = useTranslation();
  const either = new Intl.ListFormat(i18n.language, { type: "disjunction" });
  const alternatives = either.format(hint.instead.map((words) => t("hints.alternative", { words })));
  return (
    <li>
      {t("hints.some", { said: hint.said, alternatives })} {t(`hints.why.${hint.why}`)}
    </li>
  );
}
