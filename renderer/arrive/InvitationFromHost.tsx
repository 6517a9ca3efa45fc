import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Hosting } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useHosting } from "../ui/use-hosting.ts";
import { useLasting } from "../ui/use-lasting.ts";
import { useWish } from "../ui/use-wish.ts";
import { ok } from "../../shared/result.ts";
import { LinkToCopy } from "./LinkToCopy.tsx";
import { OpenRoom } from "./OpenRoom.tsx";

/** Asks whether the room may be open, and while it is, shows how others come in. It opens and closes only when somebody says so. */
export function InvitationFromHost(props: { readonly link: string; readonly hosting: Hosting }) {
  const { t } = useTranslation();
  const { link, hosting } = props;
  const room = useHosting(hosting);
  const isOpen = room?.isOpen === true;
  const { run, refused, underWay } = useWish<"not-hosting">();
  const lasts = useLasting(underWay);

  // The button that was pressed goes with what it was pressed for: the keyboard is then at what came instead.
  const place = useRef<HTMLElement>(null);
  const was = useRef(isOpen);
  useEffect(() => {
    if (was.current !== isOpen && document.activeElement === document.body) place.current?.focus();
    was.current = isOpen;
  }, [isOpen]);

  const open = () => void run(() => hosting.openRoom());
  const close = () =>
    void run(async () => {
      await hosting.closeRoom();
      return ok(null);
    });
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={t(isOpen ? "invitation.room.isOpen" : "invitation.room.ask")}
      className={isOpen ? "invitation invitation--open" : "invitation"}
    >
      <h3>{t(isOpen ? "invitation.room.isOpen" : "invitation.room.ask")}</h3>
      {room === null || !isOpen ? (
        <>
          <ul className="invitation__means">
            <li>{t("invitation.room.listens")}</li>
            <li>{t("invitation.room.firewall")}</li>
            <li>{t("invitation.room.readers")}</li>
          </ul>
          <Button weight="main" onPress={open}>
            {t("invitation.room.open")}
          </Button>
        </>
      ) : (
        <OpenRoom room={room} link={link} />
      )}
      <Notice>{lasts ? t(isOpen ? "invitation.room.closing" : "invitation.room.opening") : null}</Notice>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      <div className="invitation__link">
        {isOpen && room.addresses.length > 0 ? null : <p className="soft">{t("invitation.room.onlyHere")}</p>}
        <LinkToCopy link={link} weight="plain" />
      </div>
      {isOpen ? (
        <div className="invitation__close">
          <p className="soft">{t("invitation.room.closeMeans")}</p>
          <Button onPress={close}>{t("invitation.room.close")}</Button>
        </div>
      ) : null}
    </section>
  );
}
