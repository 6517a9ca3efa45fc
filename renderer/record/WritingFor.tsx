import { useTranslation } from "react-i18next";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";

/** Whose words are being written: one's own, or someone else's, written down for them. */
export function WritingFor(props: {
  readonly others: readonly Voice[];
  readonly speaker: Voice | null;
  readonly onSpeaker: (voice: VoiceId | null) => void;
}) {
  const { t } = useTranslation();
  const { others, speaker } = props;
  return (
    <MenuTrigger>
      <Button weight="quiet">
        {speaker === null ? t("speaking.ownWords") : t("speaking.for", { name: speaker.profile.name })}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="top start">
        <Menu
          className="menu"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[speaker?.id ?? "own"]}
          onAction={(key) => props.onSpeaker(others.find(({ id }) => id === key)?.id ?? null)}
        >
          <MenuItem id="own" className="menu__item" textValue={t("speaking.ownWords")}>
            {t("speaking.ownWords")}
          </MenuItem>
          {others.map(({ id, profile }) => (
            <MenuItem key={id} id={id} className="menu__item" textValue={t("speaking.for", { name: profile.name })}>
              <Avatar profile={profile} size="small" />
              {t("speaking.for", { name: profile.name })}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
