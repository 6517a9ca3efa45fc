/**
 * What the program's page may load and do, as a Content-Security-Policy: its own files, and signaling servers. A page
 * that someone else's text found its way into can run nothing and tell no one.
 *
 * Styles may be inline because the components put small `<style>` elements of their own into the page; a style sheet
 * alone can send nothing out under this policy.
 */
export const windowPolicy = policy({
  "default-src": "'none'",
  // WebAssembly of the program's own files: Argon2id of a passphrase. It lets no text become a script.
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self' 'unsafe-inline'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self' ws: wss:",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
});

/** The same for a page that is only printed: what it needs it carries with it. */
export const paperPolicy = policy({
  "default-src": "'none'",
  "style-src": "'unsafe-inline'",
  "font-src": "data:",
  "img-src": "data:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
});

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
