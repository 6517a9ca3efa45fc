import { useTranslation } from "react-i18next";
import "./off-the-record.css";

/** On every other page of the meeting: that it is off the record, and the way to where that is. */
export function Elsewhere(props: { readonly href: string }) {
  const { t } = useTranslation();
  return (
    <div className="off-band" role="status">
      <p>{t("offTheRecord.elsewhere")}</p>
      <a className="button button--quiet" href={props.href}>
        {t("offTheRecord.toTheMeeting")}
      </a>
    </div>
  );
}
