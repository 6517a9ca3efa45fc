import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isWithdrawn } from "../../shared/consent/final.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { ReaderName } from "../../shared/consent/statements.ts";
import { readerName } from "../../shared/export/reader-name.ts";
import { refuseUnlessFinal } from "../../shared/export/record.ts";
import type { Shell } from "../../shared/shell.ts";
import type { TakingCopiesWishes } from "../session/taking-copies-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { FinishPaper } from "./FinishPaper.tsx";
import { AGREED_FORMS, DRAFT_FORMS, type Form } from "./forms.ts";
import { TakenNotices } from "./TakenNotices.tsx";
import { useTaking } from "./use-taking.ts";

/**
 * The ways to take a record along: each reader's copy in each form. As agreed it leaves only when it is; as a draft it can be
 * taken at any time before, and says on every page that it is one.
 */
export function TakeWithYou(props: {
  readonly proposed: ProposedRevision;
  readonly final: boolean;
  readonly shell: Shell;
  readonly wishes: TakingCopiesWishes;
}) {
  const { t } = useTranslation();
  const { proposed, final, shell, wishes } = props;
  const { readers } = proposed.revision;
  const [reader, setReader] = useState<ReaderName>("network");
  const taking = useTaking({ proposed, shell, wishes });
  const standing = final ? "agreed" : "draft";
  const chosen = readers.find(({ id }) => id === reader);

  if (final && isWithdrawn(proposed)) {
    return (
      <section className="take" aria-labelledby="take-title">
        <h2 id="take-title">{t("agreed.noticeTitle")}</h2>
        <p>{t("agreed.noticeMeans")}</p>
        <div>
          <Button onPress={() => taking.notice(proposed.digest)}>{t("agreed.notice")}</Button>
        </div>
        <TakenNotices taking={taking} />
      </section>
    );
  }
  return (
    <section className="take" aria-labelledby="take-title">
      <h2 id="take-title">{t(final ? "agreed.take" : "agreed.takeDraft")}</h2>
      {readers.length < 2 ? null : (
        <Choices
          label={t("agreed.whose")}
          value={reader}
          choices={readers.map((one) => ({
            value: one.id,
            label: one.id === "network" ? t("agreed.room") : <bdi>{readerName(one)}</bdi>,
          }))}
          onChange={setReader}
        />
      )}
      {chosen === undefined || chosen.id === "network" ? null : (
        <p className="soft">{t("agreed.forReader", { reader: readerName(chosen) })}</p>
      )}
      <div className="page__actions">
        {(final ? AGREED_FORMS : DRAFT_FORMS).map((form: Form) => (
          <Button
            key={form}
            weight={form === "paper" ? "main" : "plain"}
            onPress={() => taking.take({ form, reader, standing })}
          >
            {t(`agreed.forms.${form}`)}
          </Button>
        ))}
      </div>
      {final ? (
        <p className="soft">{t("agreed.proofMeans")}</p>
      ) : (
        <div>
          <Button weight="quiet" onPress={() => taking.ask(() => Promise.resolve(refuseUnlessFinal(proposed)))}>
            {t("agreed.asAgreed")}
          </Button>
        </div>
      )}
      <TakenNotices taking={taking} />
      {taking.printed?.standing === "agreed" ? <FinishPaper onFile={taking.finish} /> : null}
    </section>
  );
}
