import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Hosting } from "../../shared/shell.ts";
import { Panel } from "../ui/Panel.tsx";
import { InvitationFromHost } from "./InvitationFromHost.tsx";
import type { Refusal } from "../session/meeting-session.ts";
import { LinkToCopy } from "./LinkToCopy.tsx";
import { NewInvitation } from "./NewInvitation.tsx";
import "./arrive.css";

/** How another laptop comes to the door of this meeting: by a link, and where this laptop hosts, by its open room. */
export function Invitation(props: {
  readonly link: string;
  readonly hosting: Hosting | undefined;
  /** Makes another invitation. Null where nobody here may let others in. */
  readonly changeDoor: (() => Promise<Result<null, Refusal>>) | null;
}) {
  const { t } = useTranslation();
  return (
    <Panel button={t("invitation.button")} title={t("invitation.title")}>
      {props.hosting === undefined ? (
        <>
          <p>{t("invitation.lead")}</p>
          <LinkToCopy link={props.link} weight="main" />
        </>
      ) : (
        <InvitationFromHost link={props.link} hosting={props.hosting} />
      )}
      {props.changeDoor === null ? null : <NewInvitation changeDoor={props.changeDoor} />}
    </Panel>
  );
}
