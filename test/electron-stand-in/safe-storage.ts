import { note } from "./journal.ts";

/** Not a secret: whoever reads this file can open what is wrapped with it. */
const notSecret = 0x5a;

/**
 * `electron.safeStorage`, as far as its asynchronous half is used. There is no keychain behind it: it turns bits around so
 * that what is wrapped differs from what is plain, and remembers nothing. A test says by `STAND_IN_KEYCHAIN` whether the
 * system has one (`gnome_libsecret`), has none that deserves the name (`basic_text`), or does not give it (`locked`).
 */
export const safeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(true);
  },
  getSelectedStorageBackend(): string {
    const backend = process.env["STAND_IN_KEYCHAIN"] ?? "gnome_libsecret";
    return backend === "locked" ? "gnome_libsecret" : backend;
  },
  encryptStringAsync(plain: string): Promise<Buffer> {
    note("encryptStringAsync");
    return Promise.resolve(turned(Buffer.from(plain)));
  },
  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    note("decryptStringAsync");
    if (process.env["STAND_IN_KEYCHAIN"] === "locked") return Promise.reject(new Error("The keychain is locked."));
    return Promise.resolve({ result: turned(encrypted).toString(), shouldReEncrypt: false });
  },
};

function turned(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ notSecret));
}
