import type { MenuItemConstructorOptions } from "electron";

/**
 * The menu: what every program has, by the system's own names and keys, and nothing that would end a meeting by
 * accident, such as reloading the page.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const onMac: MenuItemConstructorOptions[] = [{ role: "appMenu" }];
  const elsewhere: MenuItemConstructorOptions[] = [{ role: "fileMenu", submenu: [{ role: "quit" }] }];
  return [
    ...(platform === "darwin" ? onMac : elsewhere),
    { role: "editMenu" },
    {
      role: "viewMenu",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
  ];
}
