import type { Shell, Vault } from "../../shared/shell.ts";

/** What a laptop runs on, as far as a meeting needs it. */
export function shellOver(vault: Vault): Shell {
  return {
    kind: "desktop",
    vault,
    saveFile: () => Promise.resolve(true),
    printPaper: () => Promise.resolve({ kind: "printing" }),
    signalingUrls: () => Promise.resolve(["ws://127.0.0.1:1/signaling"]),
    invitationBase: () => Promise.resolve("http://127.0.0.1:1/"),
  };
}
