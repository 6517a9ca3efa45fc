import { fileURLToPath } from "node:url";

/** The directory of the whole program; every script works from here, wherever it was called. */
export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));
