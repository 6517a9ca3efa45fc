import { useTranslation } from "react-i18next";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";

/** Hands the writing for somebody to another: chosen from those who are here, in one gesture. */
export function HandWriting(props: {
  readonly name: string;
  readonly others: readonly Voice[];
  readonly onHand: (to: VoiceId) => void;
}) {
  const { t } = useTranslation();
  const { name, others, onHand } = props;
  const title = t("speaking.handWritingTitle", { name });
  return (
    <MenuTrigger>
      <Button weight="quiet">
        {t("speaking.handWriting")}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="top start">
        <Menu className="menu" aria-label={title}>
          {others.map(({ id, profile }) => (
            <MenuItem key={id} id={id} className="menu__item" textValue={profile.name} onAction={() => onHand(id)}>
              <Avatar profile={profile} size="small" />
              {t("speaking.handWritingTo", { name: profile.name })}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
