import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Shell } from "../../shared/shell.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PassphraseForm } from "./PassphraseForm.tsx";

/** What a shell tells of how its vault's key is kept. */
export type KeyKeeping = Pick<Shell, "keyKeptBySystem" | "passphrase">;

type Kept = "bySystem" | "byNobody" | "locked" | "unlocked";

/** Who can read what this laptop keeps, said as it is, and the lock a person may put on it. */
export function KeptHere({ keyKeeping }: { readonly keyKeeping: KeyKeeping }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<Kept | null>(null);
  const [done, setDone] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    void keptIn(keyKeeping).then((found) => {
      if (wanted) setKept(found);
    });
    return () => {
      wanted = false;
    };
  }, [keyKeeping, asked]);

  const lock = keyKeeping.passphrase;
  const forms = kept === "locked" ? (["change", "remove"] as const) : kept === "unlocked" ? (["set"] as const) : [];
  return (
    <section aria-labelledby="kept-here" className="settings__kept">
      <h2 id="kept-here">{t("keeping.title")}</h2>
      {kept === null ? null : <p>{t(`keeping.${kept}`)}</p>}
      {lock === undefined
        ? null
        : forms.map((wish) => (
            <InPlace key={wish} label={t(`keeping.${wish}`)}>
              {(close) => (
                <PassphraseForm
                  wish={wish}
                  lock={lock}
                  onBack={close}
                  onDone={() => {
                    setDone(true);
                    setAsked((times) => times + 1);
                    close();
                  }}
                />
              )}
            </InPlace>
          ))}
      <Notice>{done ? t("keeping.done") : null}</Notice>
    </section>
  );
}

async function keptIn({ passphrase, keyKeptBySystem }: KeyKeeping): Promise<Kept | null> {
  if (passphrase !== undefined) {
    const set = await passphrase.isSet();
    if (!set.ok) return null;
    return set.value ? "locked" : "unlocked";
  }
  if (keyKeptBySystem === undefined) return null;
  return (await keyKeptBySystem()) ? "bySystem" : "byNobody";
}
