import { useId, useState } from "react";
import { Link } from "react-aria-components/Link";
import { useTranslation } from "react-i18next";
import { fingerprintBeginning } from "../../shared/room/fingerprint.ts";
import type { Hosting } from "../../shared/shell.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useHosting } from "../ui/use-hosting.ts";
import { BrowserWarning } from "./BrowserWarning.tsx";

/** Rooms that say they are open on this network, by their two words. Nobody looks for them before it is wished. */
export function NearYou(props: {
  readonly hosting: Hosting;
  /** Goes to a room's door from here. Null where the browser goes to the room's own page. */
  readonly onVisit: ((room: string) => void) | null;
}) {
  const { hosting, onVisit } = props;
  const { t } = useTranslation();
  const title = useId();
  const nearby = useHosting(hosting)?.nearby ?? [];
  const [looked, setLooked] = useState<"looking" | "not" | "once">("not");
  const look = async () => {
    setLooked("looking");
    await hosting.lookAround();
    setLooked("once");
  };
  return (
    <section className="near-you" aria-labelledby={title}>
      <h2 id={title}>{t("nearby.title")}</h2>
      {nearby.length === 0 ? (
        <>
          <p className="soft">{t("nearby.lookMeans")}</p>
          <Button onPress={() => void look()}>{t("nearby.look")}</Button>
        </>
      ) : (
        <>
          <p>{t("nearby.lead")}</p>
          <ul className="near-you__list">
            {nearby.map(({ words, url, fingerprint }) => (
              <li key={url}>
                <Link
                  className="near-you__one"
                  {...(onVisit === null ? { href: url } : { onPress: () => onVisit(url) })}
                >
                  <span className="near-you__words">{words}</span>
                  <span className="soft">
                    {t("nearby.fingerprint", { fingerprint: fingerprintBeginning(fingerprint) })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {onVisit === null ? <BrowserWarning fingerprint={null} heading="h3" /> : null}
        </>
      )}
      <Notice>
        {nearby.length > 0 || looked === "not" ? null : t(looked === "looking" ? "nearby.looking" : "nearby.none")}
      </Notice>
    </section>
  );
}
