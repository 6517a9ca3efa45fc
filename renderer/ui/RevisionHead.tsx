import { useTranslation } from "react-i18next";
import type { Copy } from "../../shared/consent/statements.ts";
import { momentsIn } from "../i18n/dates.ts";
import { VoiceName } from "./DecidedSentences.tsx";
import { writersOf } from "./RevisionText.tsx";

/**
 * What stands above a frozen text wherever it is printed, before anything in it: which meeting it is of, when it was frozen, and who is
 * in it as what. A yes is a yes to this too. A text that is not frozen yet has no moment.
 */
export function RevisionHead(props: {
  readonly revision: Pick<Copy, "frozenAt" | "language" | "name" | "voices">;
  readonly isFrozen: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { name, frozenAt, language, voices } = props.revision;
  const writers = writersOf(props.revision);
  const day = momentsIn(i18n.language);
  return (
    <div className="revision__head">
      {name === "" ? null : (
        <p className="revision__name" lang={language} dir="auto">
          {name}
        </p>
      )}
      {props.isFrozen ? (
        <p className="soft">{t("paper.frozenAt", { moment: day.format(new Date(frozenAt)) })}</p>
      ) : null}
      <ul aria-label={t("paper.voices")}>
        {voices.map(({ id, profile: { relation, kind } }) => (
          <li key={id}>
            <VoiceName voice={id} writers={writers} />
            {relation === "" ? null : (
              <>
                , <bdi lang={language}>{relation}</bdi>
              </>
            )}
            <span className="soft"> – {t(`voice.kinds.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
