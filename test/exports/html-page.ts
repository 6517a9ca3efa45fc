import { HtmlValidate } from "html-validate";

/** The published rules for pages: of the language itself, of whole documents, and of pages that everyone can use. */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
});

/** Everything that is wrong with an exported page, by a validator that knows nothing of us. Empty where nothing is. */
export async function pageFaults(page: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${String(line)})`),
  );
}
