import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";
import { watchOutsideReact } from "./outside-react.ts";

/**
 * Shows what happened, what is safe and what to do when a page cannot go on, instead of an empty window. It hears of errors
 * inside React and outside of it. The meeting's session goes on behind it: what was written is still saved and sent.
 */
export class Mishap extends Component<{ readonly children: ReactNode }, { readonly stopped: boolean }> {
  override state = { stopped: false };
  #leave: (() => void) | null = null;

  static getDerivedStateFromError(): { readonly stopped: boolean } {
    return { stopped: true };
  }

  override componentDidMount(): void {
    this.#leave = watchOutsideReact(() => this.setState({ stopped: true }));
  }

  override componentWillUnmount(): void {
    this.#leave?.();
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
