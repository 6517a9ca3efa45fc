import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import "./absent.css";

/** Beside words that imagine someone who is missing: whose they are, and the way out as long as there is one. */
export function Imagining(props: {
  /** How the one who is missing is called; empty where they are not named. */
  readonly called: string;
  /** Null once the others see the words: then they are what they are. */
  readonly stop: (() => void) | null;
}) {
  const { t } = useTranslation();
  const called = props.called === "" ? t("absent.notHere") : props.called;
  return (
    <p className="imagining soft" role="status">
      <span>{t("absent.imagining", { called })}</span>
      {props.stop === null ? null : (
        <Button weight="quiet" onPress={props.stop}>
          {t("absent.notImagining")}
        </Button>
      )}
    </p>
  );
}
