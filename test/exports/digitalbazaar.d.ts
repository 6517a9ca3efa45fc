// These libraries come without types: this much of them is used, as their own READMEs describe it.

declare module "@digitalbazaar/data-integrity" {
  export const DataIntegrityProof: new (options: { readonly cryptosuite: object }) => object;
}

declare module "@digitalbazaar/eddsa-jcs-2022-cryptosuite" {
  export function createVerifyCryptosuite(): object;
}

declare module "@digitalbazaar/ed25519-multikey" {
  export function from(key: object): Promise<{ readonly publicKeyMultibase: string; readonly controller: string }>;
}

declare module "jsonld-signatures" {
  interface Loaded {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  const signatures: {
    verify(
      document: object,
      options: {
        readonly suite: object;
        readonly purpose: object;
        readonly documentLoader: (url: string) => Promise<Loaded>;
      },
    ): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
    readonly purposes: { readonly AssertionProofPurpose: new () => object };
  };
  export default signatures;
}
