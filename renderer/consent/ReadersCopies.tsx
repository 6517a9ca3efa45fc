import { useState } from "react";
import { useTranslation } from "react-i18next";
import { copyFor } from "../../shared/consent/copy.ts";
import { namesStillTold } from "../../shared/consent/names-told.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { RevisionHead } from "../ui/RevisionHead.tsx";
import { RevisionText } from "../ui/RevisionText.tsx";
import { WhoseCopy } from "../ui/RevisionPart.tsx";
import { NamesTold } from "./NamesTold.tsx";

/** Each copy for someone outside the room, to be looked at before it is answered: exactly what they would be given. */
export function ReadersCopies({ revision }: { readonly revision: Revision }) {
  return revision.readers
    .filter(({ id }) => id !== "network")
    .map((reader) => <OneCopy key={reader.id} revision={revision} reader={reader} />);
}

function OneCopy(props: { readonly revision: Revision; readonly reader: Revision["readers"][number] }) {
  const { t } = useTranslation();
  const { reader } = props;
  const [open, setOpen] = useState(false);
  return (
    <details className="consent__copy" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <bdi>{t("consent.showCopy", { reader: reader.name })}</bdi>
      </summary>
      {open ? <CopyShown {...props} /> : null}
    </details>
  );
}

function CopyShown({
  revision,
  reader,
}: {
  readonly revision: Revision;
  readonly reader: Revision["readers"][number];
}) {
  const { t } = useTranslation();
  const copy = copyFor(revision, reader.id);
  return (
    <WhoseCopy value={reader.name}>
      <RevisionHead revision={copy} isFrozen />
      {reader.parts.length === 0 ? (
        <p className="soft">{t("text.givenNothing", { reader: reader.name })}</p>
      ) : (
        <RevisionText revision={copy} />
      )}
      <NamesTold reader={reader.name} told={namesStillTold(copy, revision)} voices={revision.voices} />
    </WhoseCopy>
  );
}
