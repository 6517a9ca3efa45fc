import { useTranslation } from "react-i18next";
import { Tick } from "../ui/Tick.tsx";
import type { Keeps } from "./guest-meetings.ts";

/** The choice to leave nothing on this laptop, for whoever sits at one that is not theirs. */
export function KeepNothing(props: { readonly keeps: Keeps; readonly onChange: (keeps: Keeps) => void }) {
  const { t } = useTranslation();
  return (
    <div className="arrive__keeps">
      <Tick isSelected={props.keeps === "window"} onChange={(nothing) => props.onChange(nothing ? "window" : "disk")}>
        {t("keeping.nothing")}
      </Tick>
      <p className="soft">{t("keeping.nothingHint")}</p>
    </div>
  );
}
