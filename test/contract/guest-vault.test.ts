import { describe, expect, it } from "vitest";
import { createGuestVault } from "../../renderer/shells/browser/guest-vault.ts";
import { VAULT_PROMISES, type VaultDevice } from "./vault.ts";

/** There is no storage that could be taken away from it, and no next run. */
const promises = VAULT_PROMISES.filter(({ title }) => !title.startsWith("says so when its storage is taken away"));

describe("the vault of somebody who wants nothing kept", () => {
  async function newDevice(): Promise<VaultDevice> {
    const vault = await createGuestVault();
    return { open: () => Promise.resolve(vault), takeAway: () => Promise.resolve() };
  }

  it("is held to every promise but one", () => {
    expect(promises).toHaveLength(VAULT_PROMISES.length - 1);
  });

  it.each(promises)("$title", ({ isKept }) => isKept(newDevice));

  it("says that it keeps things only while this window is open", async () => {
    expect((await createGuestVault()).keeps).toBe("window");
  });
});
