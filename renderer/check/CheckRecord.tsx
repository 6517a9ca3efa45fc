import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DropZone, type DropZoneProps } from "react-aria-components/DropZone";
import { Text } from "react-aria-components/Text";
import type { Revisions } from "../../shared/consent/state.ts";
import { toldHere } from "../../shared/export/known-here.ts";
import { verifyFile } from "../../shared/export/verify-file.ts";
import { nothingVerified, type Verification } from "../../shared/export/verify-outcome.ts";
import { verifyTogether } from "../../shared/export/verify-together.ts";
import { Button } from "../ui/Button.tsx";
import { FilePick } from "../ui/FilePick.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { Checked } from "./Checked.tsx";
import "./check.css";

const ACCEPTED = ["application/pdf", ".pdf", "text/html", ".html", ".htm", ".polyphony"];

type DropEvent = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0];

interface Looked {
  readonly name: string;
  readonly verification: Verification;
}

/** Checks files that somebody shows, several at once if they have them. They are read here and go nowhere. */
export function CheckRecord(props: {
  /** What this laptop knows of the meeting that is open on it; null while none is. */
  readonly known: Revisions | null;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { known } = props;
  const [looked, setLooked] = useState<readonly Looked[]>([]);
  const [said, setSaid] = useState<"underWay" | "done" | "away" | null>(null);
  const choose = useRef<HTMLButtonElement>(null);

  const look = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setSaid("underWay");
    const found = await Promise.all(files.map(lookedAt));
    setLooked((before) => [...before, ...found]);
    setSaid("done");
  };
  const putAway = () => {
    setLooked([]);
    setSaid("away");
    // The button that was pressed goes with them.
    choose.current?.focus();
  };
  const dropped = async ({ items }: DropEvent) => {
    const files = items.flatMap((item) => (item.kind === "file" ? [item.getFile()] : []));
    await look(await Promise.all(files));
  };

  const together = verifyTogether(
    looked.map(({ verification }) => verification),
    known === null ? [] : toldHere(known),
  );
  return (
    <main className="page page--column">
      <header className="check__head">
        <Title page={`${t("check.title")} · ${t("app.name")}`}>{t("check.title")}</Title>
        <p>{t("check.lead")}</p>
        <p className="soft">{t("check.stays")}</p>
      </header>
      <DropZone className="check__drop" onDrop={(event) => void dropped(event)}>
        <Text slot="label">{t("check.drop")}</Text>
        <FilePick
          label={t("check.pick")}
          accept={ACCEPTED}
          several
          weight="main"
          ref={choose}
          onFiles={(files) => void look(files)}
        />
      </DropZone>
      <Notice>{said === null ? null : t(`check.${said}`)}</Notice>
      {looked.map(({ name }, index) => {
        const verification = together[index];
        return verification === undefined ? null : (
          <Checked
            key={index}
            place={index}
            name={name}
            opens={index === 0}
            verification={verification}
            knowsMore={isKnown(verification, known)}
          />
        );
      })}
      <div className="page__actions">
        <Button onPress={props.onBack}>{t("check.back")}</Button>
        {looked.length === 0 ? null : (
          <Button weight="quiet" onPress={putAway}>
            {t("check.clear")}
          </Button>
        )}
      </div>
    </main>
  );
}

async function lookedAt(file: File): Promise<Looked> {
  try {
    return { name: file.name, verification: await verifyFile(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    // It is gone since, or the system does not give it.
    return { name: file.name, verification: nothingVerified({ part: "file", why: "unreadable" }) };
  }
}

function isKnown({ digest }: Verification, known: Revisions | null): boolean {
  return digest !== null && known?.has(digest) === true;
}
