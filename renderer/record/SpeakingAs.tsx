import { useTranslation } from "react-i18next";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";

/** Who speaks on this laptop now, and the way to let someone else speak. */
export function SpeakingAs(props: {
  readonly speaking: Voice | null;
  readonly local: readonly Voice[];
  readonly onSpeak: (voice: VoiceId) => void;
  readonly anotherHref: string;
  /** Whether there is anybody to hand the laptop over to, or anything that it would hide. */
  readonly mayHandOver: boolean;
  readonly onHandOver: () => void;
  readonly onPin: () => void;
}) {
  const { t } = useTranslation();
  const { speaking, local } = props;
  return (
    <MenuTrigger>
      <Button>
        {speaking === null ? null : <Avatar profile={speaking.profile} size="small" />}
        {speaking === null ? t("speaking.choose") : t("speaking.as", { name: speaking.profile.name })}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="top start">
        <Menu className="menu">
          <MenuSection
            className="menu__section"
            aria-label={t("speaking.choose")}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={speaking === null ? [] : [speaking.id]}
          >
            {local.map((voice) => (
              <MenuItem
                key={voice.id}
                id={voice.id}
                className="menu__item"
                textValue={voice.profile.name}
                isDisabled={voice.standing !== "admitted"}
                onAction={() => props.onSpeak(voice.id)}
              >
                <Avatar profile={voice.profile} size="small" away={voice.standing !== "admitted"} />
                {voice.standing === "waiting"
                  ? t("speaking.waiting", { name: voice.profile.name })
                  : voice.profile.name}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuItem id="another" className="menu__item" href={props.anotherHref} textValue={t("speaking.another")}>
            <span aria-hidden="true" className="avatar avatar--small avatar--new">
              +
            </span>
            {t("speaking.another")}
          </MenuItem>
          {speaking === null ? null : (
            <MenuItem
              id="pin"
              className="menu__item menu__item--words"
              textValue={t("pin.menu", { name: speaking.profile.name })}
              onAction={props.onPin}
            >
              {t("pin.menu", { name: speaking.profile.name })}
            </MenuItem>
          )}
          {props.mayHandOver ? (
            <MenuItem
              id="hand-over"
              className="menu__item menu__item--words"
              textValue={t("handover.handOver")}
              onAction={props.onHandOver}
            >
              {t("handover.handOver")}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
