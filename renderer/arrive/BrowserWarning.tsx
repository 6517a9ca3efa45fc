import { useId } from "react";
import { useTranslation } from "react-i18next";
import { fingerprintBeginning } from "../../shared/room/fingerprint.ts";

const BROWSERS = ["chromium", "firefox", "safari"] as const;

/** Told before it happens: that a browser will warn of a laptop's own certificate, why, what to press, and how to make sure. */
export function BrowserWarning({ fingerprint }: { readonly fingerprint: string | null }) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <section className="browser-warning" aria-labelledby={title}>
      <h4 id={title}>{t("invitation.warning.title")}</h4>
      <p>{t("invitation.warning.because")}</p>
      <dl className="browser-warning__steps" aria-label={t("invitation.warning.press")}>
        {BROWSERS.map((browser) => (
          <div key={browser}>
            <dt>{t(`invitation.warning.${browser}.name`)}</dt>
            <dd>{t(`invitation.warning.${browser}.steps`)}</dd>
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
