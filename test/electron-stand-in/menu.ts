import { note } from "./journal.ts";

/** `electron.Menu`: noted only, there is no menu to be seen. */
export const Menu = {
  buildFromTemplate: (template: readonly object[]) => template,
  setApplicationMenu: (template: readonly object[]) => note("setApplicationMenu", template),
};

/** `electron.nativeTheme`. */
export const nativeTheme = { shouldUseDarkColors: false };
