/**
 * Chromium without Electron knows no `app:` scheme, so `app://polyphony/x` is shown as
 * `http://polyphony.app.localhost/x`: a secure origin too, with the same shape of address.
 */
const suffix = ".app.localhost";

/** The address that Chromium is given for one that Electron would be. */
export function toChromium(address: string): string {
  const url = new URL(address);
  if (url.protocol !== "app:") return address;
  return `http://${url.host}${suffix}${url.pathname}${url.search}${url.hash}`;
}

/** The address that Electron would tell for one that Chromium tells. */
export function fromChromium(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!url.hostname.endsWith(suffix)) return address;
  return `app://${url.hostname.slice(0, -suffix.length)}${url.pathname}${url.search}${url.hash}`;
}
