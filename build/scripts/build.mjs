import { build } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { plainly } from "./plainly.mjs";

// npm run build    what both shells run, into out/browser and out/desktop

await plainly(async () => {
  await ensureInstalled();
  await build("browser");
  await build("desktop");
});
