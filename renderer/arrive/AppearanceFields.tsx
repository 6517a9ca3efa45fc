import { useTranslation } from "react-i18next";
import { COLOURS } from "../../shared/meeting/shapes.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Choices } from "../ui/Choices.tsx";
import { MoreAboutMe } from "./MoreAboutMe.tsx";
import type { FillingIn } from "./NameFields.tsx";

/** How someone is seen and spoken of here. A colour is chosen already, and each has a pattern of its own. */
export function AppearanceFields({ value, onChange }: FillingIn) {
  const { t } = useTranslation();
  return (
    <>
      <Choices
        label={t("voice.colour")}
        arranged="fours"
        value={value.colour}
        choices={COLOURS.map((colour) => ({
          value: colour,
          label: (
            <>
              <Avatar size="small" profile={{ name: value.name, colour }} />
              {t(`voice.colours.${colour}`)}
            </>
          ),
        }))}
        onChange={(colour) => onChange({ ...value, colour })}
      />
      <MoreAboutMe value={value} onChange={onChange} />
    </>
  );
}
