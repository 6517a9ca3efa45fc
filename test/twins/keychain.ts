import type { Keychain } from "../../electron/vault/sealing-key.ts";

/** A system's keychain as a test wants it. It turns bytes around instead of encrypting them, and guards nothing. */
export interface TwinKeychain extends Keychain {
  available: boolean;
  backend: string;
  /** Makes it refuse to open what it has wrapped. */
  locked: boolean;
  /** Makes it say that it would wrap differently today. */
  stale: boolean;
}

export function createKeychain(): TwinKeychain {
  const keychain: TwinKeychain = {
    available: true,
    backend: "gnome_libsecret",
    locked: false,
    stale: false,
    isAsyncEncryptionAvailable: async () => keychain.available,
    getSelectedStorageBackend: () => keychain.backend,
    encryptStringAsync: async (plain) => Buffer.from(plain).reverse(),
    decryptStringAsync: async (encrypted) => {
      if (keychain.locked) throw new Error("the keychain is locked");
      return { result: Buffer.from(encrypted).reverse().toString(), shouldReEncrypt: keychain.stale };
    },
  };
  return keychain;
}
