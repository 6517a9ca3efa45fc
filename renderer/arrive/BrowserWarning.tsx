import { useId } from "react";
import { useTranslation } from "react-i18next";
import { fingerprintBeginning } from "../../shared/room/fingerprint.ts";

const BROWSERS = ["chromium", "firefox", "safari"] as const;

/** Told before it happens: that a browser will warn of a laptop's own certificate, why, what to press, and how to make sure. */
export function BrowserWarning(props: {
  /** The one of the laptop that is meant; null where more than one may be. */
  readonly fingerprint: string | null;
  readonly heading: "h3" | "h4";
}) {
  const { t } = useTranslation();
  const { fingerprint, heading: Heading } = props;
  const title = useId();
  return (
    <section className="browser-warning" aria-labelledby={title}>
      <Heading id={title}>{t("invitation.warning.title")}</Heading>
      <p>{t("invitation.warning.because")}</p>
      <dl className="browser-warning__steps" aria-label={t("invitation.warning.press")}>
        {BROWSERS.map((browser) => (
          <div key={browser}>
            <dt>{t(`invitation.warning.browsers.${browser}`)}</dt>
            <dd>{t(`invitation.warning.steps.${browser}`)}</dd>
          </div>
        ))}
      </dl>
      {fingerprint === null ? null : (
        <>
          <p>{t("invitation.warning.compare")}</p>
          <p dir="ltr" className="fingerprint">
            {fingerprintBeginning(fingerprint)}
          </p>
          <p>{t("invitation.warning.stop")}</p>
        </>
      )}
    </section>
  );
}
