import { fileURLToPath } from "node:url";
import { servePage, type ServedPage } from "../pages/serve-page.ts";

/** The gallery, built as the program is and offered on loopback: the screens over a meeting that is only played. */
export function serveGallery(): Promise<ServedPage> {
  return servePage(fileURLToPath(new URL(".", import.meta.url)));
}
