import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Writers } from "./Said.tsx";
import { voiceStyle } from "./voice-colour.ts";

/** Which line under words is whose: each name with the line and the colour its words have. */
export function WritersLegend(props: { readonly writers: Writers; readonly only?: ReadonlySet<VoiceId> }) {
  const { t } = useTranslation();
  const { writers, only } = props;
  return (
    <ul className="writers-legend" aria-label={t("summary.legend")} data-whose-words="on">
      {[...writers]
        .filter(([id]) => only === undefined || only.has(id))
        .map(([id, { profile }]) => (
          <li key={id} className="run" style={voiceStyle(profile.colour)} dir="auto">
            {profile.name}
          </li>
        ))}
    </ul>
  );
}
