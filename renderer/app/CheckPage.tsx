import { useEffect, useState } from "react";
import type { Revisions } from "../../shared/consent/state.ts";
import { CheckRecord } from "../check/CheckRecord.tsx";
import type { OpenMeeting } from "./open-meeting.ts";

/** Joins the checking of files with what this laptop knows of the meeting that is open on it, if one is. */
export function CheckPage({ open }: { readonly open: OpenMeeting }) {
  const [known, setKnown] = useState<Revisions | null>(null);
  useEffect(() => {
    let wanted = true;
    let leave: (() => void) | null = null;
    void open.current().then((session) => {
      if (session === null || !wanted) return;
      const look = (): void => setKnown(session.view().revisions);
      look();
      leave = session.subscribe(look);
    });
    return () => {
      wanted = false;
      leave?.();
    };
  }, [open]);
  return <CheckRecord known={known} onBack={() => window.history.back()} />;
}
