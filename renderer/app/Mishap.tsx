import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";

/** Shows what happened, what is safe and what to do when a page cannot go on, instead of an empty window. */
export class Mishap extends Component<{ readonly children: ReactNode }, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { readonly stopped: boolean } {
    return { stopped: true };
  }

  override render(): ReactNode {
    return this.state.stopped ? <MishapPage /> : this.props.children;
  }
}

/** The page itself. What was shown as saved is on the disk, so opening the program again finds it. */
export function MishapPage() {
  const { t } = useTranslation();
  return (
    <main className="page page--column">
      <Title page={`${t("mishap.title")} · ${t("app.name")}`}>{t("mishap.title")}</Title>
      <p role="alert">{t("mishap.words")}</p>
      <div className="page__actions">
        <Button
          weight="main"
          onPress={() => {
            window.location.reload();
          }}
        >
          {t("mishap.again")}
        </Button>
      </div>
    </main>
  );
}
