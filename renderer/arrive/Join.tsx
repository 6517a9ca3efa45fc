import { useCallback, useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import { no } from "../../shared/result.ts";
import { isAddressAlone, readRoomAddress } from "../../shared/room/address.ts";
import type { Hosting, Shell, VaultFailure, VisitFailure } from "../../shared/shell.ts";
import type { Arrived } from "../session/door.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import type { GuestMeetings, Keeps } from "./guest-meetings.ts";
import { KeepNothing } from "./KeepNothing.tsx";
import { NearYou } from "./NearYou.tsx";
import "./arrive.css";

type JoinFailure = VaultFailure | VisitFailure | "address-not-of-a-room" | "invitation-unreadable" | "open-elsewhere";

/**
 * Opening a meeting with an invitation: pasted here, or brought along in the address. Nothing is kept on a laptop before
 * whoever sits at it has said whether anything may be; a meeting that is there already opens by itself.
 */
export function Join(props: {
  readonly meetings: Pick<GuestMeetings, "isDecided" | "join">;
  readonly invitation: string | null;
  /** Whether the program came from another laptop: then nothing stays here unless somebody wishes it. */
  readonly isGuest: boolean;
  /** How this laptop hosts, by which it can look for rooms that are open near it; a guest's does not. */
  readonly hosting: Hosting | undefined;
  /** Asks an open room for the invitation it shows; where that cannot be asked from here, the browser goes to the room's own page. */
  readonly visitRoom: Shell["visitRoom"];
  readonly onJoined: (arrived: Arrived) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { meetings, invitation, visitRoom, onJoined } = props;
  const [link, setLink] = useState("");
  const [keeps, setKeeps] = useState<Keeps>(props.isGuest ? "window" : "disk");
  const [toDecide, setToDecide] = useState(invitation === null);
  const wished = useRef<Keeps | null>(keeps);
  useEffect(() => {
    wished.current = keeps;
    return () => {
      wished.current = null;
    };
  }, [keeps]);
  const { run, refused, underWay } = useWish<JoinFailure>();

  const open = useCallback(
    async (text: string, where: Keeps) => {
      const joined = await run(() => meetings.join(text, where));
      if (joined !== null) onJoined(joined.value);
    },
    [run, meetings, onJoined],
  );

  const visit = async (room: string) => {
    if (visitRoom === undefined) {
      window.location.assign(room);
      return;
    }
    const shown = await run(() => visitRoom(room));
    // Meanwhile somebody may have left the page, or wished that nothing is kept.
    if (shown !== null && wished.current !== null) await open(shown.value, wished.current);
  };

  const submit = () => {
    const room = invitation === null ? readRoomAddress(link) : null;
    if (room !== null) void visit(room);
    else if (invitation === null && isAddressAlone(link)) void run(() => Promise.resolve(no("address-not-of-a-room")));
    else void open(invitation ?? link.trim(), keeps);
  };

  // An invitation that came with the address is looked at once, even where React runs an effect twice.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (invitation === null || brought.current === invitation) return;
    brought.current = invitation;
    void meetings.isDecided(invitation).then((decided) => {
      setToDecide(!decided);
      if (decided) void open(invitation, "disk");
    });
  }, [invitation, meetings, open]);

  return (
    <main className="page">
      <header>
        <Title page={`${t("join.title")} · ${t("app.name")}`}>
          {t(invitation === null ? "join.title" : "arrive.titleUnnamed")}
        </Title>
        <p>{t(invitation === null ? "join.lead" : "join.leadBrought")}</p>
      </header>
      <Form
        className="arrive__column"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {invitation === null ? <Field label={t("join.link")} value={link} onChange={setLink} /> : null}
        {toDecide ? <KeepNothing keeps={keeps} onChange={setKeeps} /> : null}
        <div className="page__actions">
          <Button type="submit" weight="main">
            {t("join.open")}
          </Button>
          <a className="button" href={props.backHref}>
            {t("join.back")}
          </a>
        </div>
        <Notice>{underWay ? t("join.opening") : null}</Notice>
        <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      </Form>
      {invitation === null && props.hosting !== undefined ? (
        <NearYou hosting={props.hosting} onVisit={visitRoom === undefined ? null : (room) => void visit(room)} />
      ) : null}
    </main>
  );
}
