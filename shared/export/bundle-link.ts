import { base64 } from "@scure/base";
import { HTML_BUNDLE } from "./bundle-inside.ts";
import { bundleFileName } from "./bundle-shape.ts";
import { html, type Markup } from "./markup.ts";
import type { ExportStrings } from "./strings.ts";

/** The bundle as a file in its page, which needs no script and no network to be taken out. */
export function proofOf(bundle: string, title: string, strings: ExportStrings): Markup {
  const address = `${HTML_BUNDLE}${base64.encode(new TextEncoder().encode(bundle))}`;
  return html`<p class="small" lang="${strings.language}">${strings.proofMeaning}</p>
    <p class="small" lang="${strings.language}">
      <a download="${bundleFileName(title)}" href="${address}">${strings.proofLink}</a>
    </p>`;
}
