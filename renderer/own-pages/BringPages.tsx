import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import type { EarlierPages } from "../session/own-pages-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

interface BringProps {
  readonly bring: (from: EarlierPages, pin: string | null) => Promise<Result<null, Refusal>>;
}

/** Takes over what was kept for the next time in an earlier meeting on this laptop. Looked for only when somebody asks. */
export function BringPages({
  earlier,
  bring,
}: BringProps & { readonly earlier: () => Promise<readonly EarlierPages[]> }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<readonly EarlierPages[] | null>(null);
  if (found === null) {
    return (
      <Button weight="quiet" onPress={() => void earlier().then(setFound)}>
        {t("ownPages.bring")}
      </Button>
    );
  }
  return (
    <section aria-label={t("ownPages.bring")}>
      {found.length === 0 ? <p className="soft">{t("ownPages.nothingEarlier")}</p> : null}
      {found.map((from) => (
        <BringFrom key={from.meeting + from.voice} from={from} bring={bring} />
      ))}
    </section>
  );
}

function BringFrom({ from, bring }: BringProps & { readonly from: EarlierPages }) {
  const { t } = useTranslation();
  const [pin, setPin] = useState("");
  const wish = useWish<Refusal>();
  const name = from.name === "" ? t("meeting.unnamed") : from.name;
  const alert = <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>;
  if (!from.locked) {
    return (
      <div>
        <Button onPress={() => void wish.run(() => bring(from, null))}>{t("ownPages.bringFrom", { name })}</Button>
        {alert}
      </div>
    );
  }
  return (
    <InPlace label={t("ownPages.bringFromLocked", { name })}>
      {(done) => (
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            void wish
              .run(() => bring(from, pin))
              .then((brought) => {
                if (brought !== null) done();
              });
          }}
        >
          <Field label={t("ownPages.bringPin")} value={pin} onChange={setPin} secret="pin" autoFocus />
          <div className="page__actions">
            <Button type="submit">{t("ownPages.bringNow")}</Button>
            <Button weight="quiet" onPress={done}>
              {t("decide.notNow")}
            </Button>
          </div>
          {alert}
        </Form>
      )}
    </InPlace>
  );
}
