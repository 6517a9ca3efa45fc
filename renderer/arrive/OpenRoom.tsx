import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { HostingView } from "../../shared/shell.ts";
import { BrowserWarning } from "./BrowserWarning.tsx";

const QrCode = lazy(async () => ({ default: (await import("./QrCode.tsx")).QrCode }));

/** How another laptop, tablet or phone comes into the open room: what to scan or type, and what its browser will say first. */
export function OpenRoom(props: { readonly room: HostingView; readonly link: string }) {
  const { t } = useTranslation();
  const { addresses, fingerprint, words } = props.room;
  const [likeliest, ...others] = addresses;
  if (likeliest === undefined) {
    return (
      <div role="status">
        <p className="words">{t("invitation.room.noNetwork")}</p>
        <p>{t("invitation.room.noNetworkHelps")}</p>
      </div>
    );
  }
  return (
    <div className="invitation__ways">
      <figure className="invitation__code">
        <figcaption>{t("invitation.room.scan")}</figcaption>
        <Suspense fallback={<div className="qr-code" />}>
          <QrCode words={props.link} label={t("invitation.room.code")} />
        </Suspense>
      </figure>
      <dl className="invitation__by-hand">
        <dt>{t("invitation.room.address")}</dt>
        <dd>
          <Address url={likeliest} />
        </dd>
        {others.length === 0 ? null : (
          <>
            <dt>{t("invitation.room.others")}</dt>
            {others.map((url) => (
              <dd key={url}>
                <Address url={url} />
              </dd>
            ))}
          </>
        )}
        {words === null ? null : (
          <>
            <dt>{t("invitation.room.words")}</dt>
            <dd>
              <strong>{words}</strong>
              <p className="soft">{t("invitation.room.wordsMean")}</p>
            </dd>
          </>
        )}
      </dl>
      <BrowserWarning fingerprint={fingerprint} heading="h4" />
    </div>
  );
}

/** As it is typed: without the slash at its end, and broken only between its parts. */
function Address({ url }: { readonly url: string }) {
  const { protocol, host } = new URL(url);
  return (
    <strong dir="ltr" className="invitation__address">
      {protocol}//
      <wbr />
      {host}
    </strong>
  );
}
