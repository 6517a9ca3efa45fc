import { useState } from "react";
import { useTranslation } from "react-i18next";
import { copyFor } from "../../shared/consent/copy.ts";
import type { ReaderName, Revision } from "../../shared/consent/statements.ts";
import { Choices } from "../ui/Choices.tsx";
import { RevisionHead } from "../ui/RevisionHead.tsx";
import { RevisionText } from "../ui/RevisionText.tsx";

/** The text as it would be frozen now, and each copy of it exactly as its reader would be given it. */
export function ProposePreview({ frozen }: { readonly frozen: Revision | null }) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<ReaderName>("network");
  const readers = frozen?.readers ?? [];
  // Whoever is not given a copy any more has none to look at.
  const reader = readers.find(({ id }) => id === looked) ?? readers[0];
  const copy = frozen === null || reader === undefined ? null : copyFor(frozen, reader.id);
  return (
    <section aria-labelledby="propose-preview" className="propose__preview">
      <h2 id="propose-preview">{t("propose.preview")}</h2>
      <p className="soft">{t("propose.previewLead")}</p>
      {readers.length < 2 || reader === undefined ? null : (
        <Choices
          label={t("propose.whoseCopy")}
          value={reader.id}
          choices={readers.map(({ id, name }) => ({
            value: id,
            label: <bdi>{id === "network" ? t("propose.roomCopy") : t("text.copyFor", { reader: name })}</bdi>,
          }))}
          onChange={setLooked}
        />
      )}
      {copy === null || reader === undefined ? null : (
        <div className="sheet">
          <RevisionHead revision={copy} isFrozen={false} />
          {reader.parts.length === 0 ? (
            <p className="soft">{t("text.givenNothing", { reader: reader.name })}</p>
          ) : (
            <RevisionText revision={copy} />
          )}
        </div>
      )}
    </section>
  );
}
