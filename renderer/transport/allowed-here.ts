/** A page that was served over https may open no unencrypted socket; trying to would throw. */
export function isAllowedHere(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === "wss:" || (protocol === "ws:" && location.protocol !== "https:");
}
