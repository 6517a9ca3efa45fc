import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { Shell } from "../../shared/shell.ts";
import type { TakingCopiesWishes } from "../session/taking-copies-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { TakenNotices } from "./TakenNotices.tsx";
import { useTaking } from "./use-taking.ts";

/** What changed since the agreed record that this one replaces, and a notice for those who hold that one. */
export function Replaced(props: {
  readonly before: ProposedRevision;
  readonly changes: ReactNode;
  readonly proposed: ProposedRevision;
  readonly shell: Shell;
  readonly wishes: TakingCopiesWishes;
}) {
  const { t } = useTranslation();
  const { before, proposed } = props;
  const taking = useTaking(props);
  return (
    <div className="sheet take">
      {props.changes}
      {proposed.revision.supersedes === before.digest ? (
        <>
          <p className="soft">{t("agreed.noticeReplacedMeans")}</p>
          <div>
            <Button weight="quiet" onPress={() => taking.notice(before.digest)}>
              {t("agreed.noticeReplaced")}
            </Button>
          </div>
          <TakenNotices taking={taking} />
        </>
      ) : null}
    </div>
  );
}
