import { useId } from "react";
import { useTranslation } from "react-i18next";
import { fingerprintBeginning } from "../../shared/room/fingerprint.ts";
import type { Hosting } from "../../shared/shell.ts";
import { useHosting } from "../ui/use-hosting.ts";
import { BrowserWarning } from "./BrowserWarning.tsx";

/** The rooms that are open on this network, by their two words. Nothing is shown where there is none. */
export function NearYou({ hosting }: { readonly hosting: Hosting | undefined }) {
  const { t } = useTranslation();
  const title = useId();
  const nearby = useHosting(hosting)?.nearby ?? [];
  if (nearby.length === 0) return null;
  return (
    <section className="near-you" aria-labelledby={title}>
      <h2 id={title}>{t("nearby.title")}</h2>
      <p>{t("nearby.lead")}</p>
      <ul className="near-you__list">
        {nearby.map(({ words, url, fingerprint }) => (
          <li key={url}>
            <a className="near-you__one" href={url}>
              <span className="near-you__words">{words}</span>
              <span className="soft">
                {t("nearby.fingerprint", { fingerprint: fingerprintBeginning(fingerprint) })}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <BrowserWarning fingerprint={null} heading="h3" />
    </section>
  );
}
