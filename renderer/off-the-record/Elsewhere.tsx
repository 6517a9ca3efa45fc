import { useTranslation } from "react-i18next";
import "./off-the-record.css";

/** On every other page of the meeting: that it is off the record. The way back to the meeting is on each of them. */
export function Elsewhere() {
  const { t } = useTranslation();
  return (
    <div className="off-band" role="status">
      <p>{t("offTheRecord.elsewhere")}</p>
    </div>
  );
}
