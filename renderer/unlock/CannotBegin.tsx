import { useTranslation } from "react-i18next";
import type { VaultFailure } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";

/** Without a place to keep words in, no word is taken: the person is told why, instead of being let write into nothing. */
export function CannotBegin(props: { readonly reason: VaultFailure | "keychain-refused" }) {
  const { t } = useTranslation();
  return (
    <main className="page page--column">
      <Title page={`${t("unlock.cannotBegin")} · ${t("app.name")}`}>{t("unlock.cannotBegin")}</Title>
      <p role="alert">{t(refusalKey(props.reason))}</p>
      <div className="page__actions">
        <Button weight="main" onPress={() => window.location.reload()}>
          {t("mishap.again")}
        </Button>
      </div>
    </main>
  );
}
