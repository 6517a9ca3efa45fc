import { ensureBuilt } from "./scripts/ensure-built.mjs";

/** Browser tests open the built program, so it has to be the one the sources describe. */
export default async function setup(): Promise<void> {
  await ensureBuilt("browser");
}
