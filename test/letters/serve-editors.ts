import { fileURLToPath } from "node:url";
import { servePage, type ServedPage } from "../pages/serve-page.ts";

/** The page on which several people sit at editors, built as the program is. */
export async function serveEditors(): Promise<ServedPage> {
  const runner = process.env["NODE_ENV"];
  // A test runner's own would put development builds of React and Lexical into the page: they are slow, and not what people have.
  process.env["NODE_ENV"] = "production";
  try {
    return await servePage(fileURLToPath(new URL("editors/", import.meta.url)));
  } finally {
    process.env["NODE_ENV"] = runner ?? "";
  }
}
