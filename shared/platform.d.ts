/**
 * The part of the web platform that the pure core may use: Web Crypto, text encoding and microtasks. Declared here, once,
 * because `shared/` compiles without DOM and Node types; both platforms provide exactly these.
 */
type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;

interface CryptoKey {
  readonly algorithm: { readonly name: string };
  readonly extractable: boolean;
  readonly type: "private" | "public" | "secret";
  readonly usages: ("decrypt" | "deriveBits" | "deriveKey" | "encrypt" | "sign" | "unwrapKey" | "verify" | "wrapKey")[];
}

interface CryptoKeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

interface SubtleCrypto {
  decrypt(algorithm: object, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  deriveBits(algorithm: object, key: CryptoKey, bitCount: number): Promise<ArrayBuffer>;
  deriveKey(
    algorithm: object,
    key: CryptoKey,
    derived: object,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey>;
  digest(algorithm: string, data: BufferSource): Promise<ArrayBuffer>;
  encrypt(algorithm: object, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  exportKey(format: "pkcs8" | "raw", key: CryptoKey): Promise<ArrayBuffer>;
  generateKey(algorithm: object | string, extractable: boolean, usages: readonly string[]): Promise<unknown>;
  importKey(
    format: "pkcs8" | "raw",
    data: BufferSource,
    algorithm: object | string,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey>;
  sign(algorithm: string, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  verify(algorithm: string, key: CryptoKey, signature: BufferSource, data: BufferSource): Promise<boolean>;
}

declare const crypto: {
  readonly subtle: SubtleCrypto;
  getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
};

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: BufferSource): string;
}

declare function queueMicrotask(task: () => void): void;

/** The one exception: only browsers have it. */
declare const reportError: ((error: unknown) => void) | undefined;
