import { use } from "react";
import { OverlayTriggerStateContext } from "react-aria-components/Dialog";
import { Disclosure, DisclosureGroup, DisclosurePanel } from "react-aria-components/DisclosureGroup";
import { Heading } from "react-aria-components/Heading";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Panel } from "../ui/Panel.tsx";
import { CARDS, OPENING, type Card } from "./cards.ts";
import "./prompts.css";

/** A quiet button that, on asking, shows questions to ask. Choosing one hands over its words and puts the page away. */
export function Prompts(props: { readonly onChoose: (words: string) => void }) {
  const { t } = useTranslation();
  return (
    <Panel weight="quiet" button={t("prompts.button")} title={t("prompts.title")}>
      <p className="soft">{t("prompts.lead")}</p>
      <div className="prompts__card">
        <h3>{t(`prompts.themes.${OPENING.theme}`)}</h3>
        <Questions card={OPENING} onChoose={props.onChoose} />
      </div>
      <DisclosureGroup className="prompts__cards">
        {CARDS.map((card) => (
          <Disclosure key={card.theme} id={card.theme} className="prompts__card">
            <Heading level={3}>
              <Button slot="trigger" weight="quiet">
                {t(`prompts.themes.${card.theme}`)}
              </Button>
            </Heading>
            <DisclosurePanel>
              <Questions card={card} onChoose={props.onChoose} />
            </DisclosurePanel>
          </Disclosure>
        ))}
      </DisclosureGroup>
    </Panel>
  );
}

function Questions({ card, onChoose }: { readonly card: Card; readonly onChoose: (words: string) => void }) {
  const { t } = useTranslation();
  const panel = use(OverlayTriggerStateContext);
  return (
    <ul className="prompts__questions">
      {card.ask.map((question) => {
        const words = t(`prompts.ask.${question}`);
        return (
          <li key={question}>
            <Button
              onPress={() => {
                panel?.close();
                onChoose(words);
              }}
            >
              {words}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
