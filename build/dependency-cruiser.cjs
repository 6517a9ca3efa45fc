/**
 * Who may import whom. Default-deny: an import that no rule under `allowed` names is refused.
 * A path ending in a slash is a folder of ours; a package is named as in package.json.
 */

const features =
  "arrive|record|summary|decide|consent|export|home|settings|unlock|handover|margin|prompts|language-hints|interpret|reflect|off-the-record|voices|wall|own-pages|absent|readers|arrangements|aloud|check";

/** @param {string} path a pattern from the start of a file's path */
const ours = (path) => `^${path}`;

/** @param {readonly string[]} names */
const packages = (...names) => `^node_modules/(?:@types/)?(?:${names.join("|")})/`;

const react = packages("react", "react-dom", "scheduler");
const words = packages("i18next", "react-i18next");
const collaboration = packages("yjs", "lib0", "y-protocols");
const lexical = packages("lexical", "@lexical/[^/]+");

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  allowedSeverity: "error",
  allowed: [
    // shared/: the pure core, downward only.
    { from: { path: ours("shared/crypto/") }, to: { path: [ours("shared/crypto/"), ours("shared/result\\.ts$")] } },
    {
      from: { path: ours("shared/feed/") },
      to: { path: [ours("shared/(?:crypto|feed)/"), ours("shared/result\\.ts$")] },
    },
    {
      comment: "How letters stand in a document, whoever writes them and whatever for.",
      from: { path: ours("shared/text/") },
      to: { path: [ours("shared/(?:crypto/bytes|listeners)\\.ts$"), ours("shared/text/"), packages("fast-diff")] },
    },
    {
      from: { path: ours("shared/meeting/") },
      to: { path: [ours("shared/(?:crypto|feed|text|meeting)/"), ours("shared/result\\.ts$")] },
    },
    {
      comment: "Who knocks, and what is given on letting in.",
      from: { path: ours("shared/door/") },
      to: { path: [ours("shared/(?:crypto|feed|meeting|door)/"), ours("shared/result\\.ts$")] },
    },
    {
      from: { path: ours("shared/consent/") },
      to: { path: [ours("shared/(?:crypto|feed|text|meeting|consent)/"), ours("shared/result\\.ts$")] },
    },
    {
      from: { path: ours("shared/export/") },
      to: { path: [ours("shared/(?:crypto|feed|text|meeting|consent|export)/"), ours("shared/result\\.ts$")] },
    },
    {
      comment: "What laptops of one room call each other, before any meeting is open.",
      from: { path: ours("shared/room/") },
      to: { path: ours("shared/(?:crypto|room)/") },
    },
    {
      comment: "What a shell offers is said in terms of bytes, names of feeds, and results.",
      from: { path: ours("shared/shell\\.ts$") },
      to: { path: ours("shared/(?:crypto/bytes|feed/ids|result)\\.ts$") },
    },
    {
      comment: "The contract between window and main process, which no domain folder knows of.",
      from: { path: ours("shared/ipc\\.ts$") },
      to: { path: ours("shared/(?:crypto/bytes|feed/ids|result|room/address|shell)\\.ts$") },
    },
    {
      comment: "One listener's error never reaches another: what is thrown is reported.",
      from: { path: ours("shared/(?:listeners|steady-doc)\\.ts$") },
      to: { path: ours("shared/report\\.ts$") },
    },
    {
      from: { path: ours("shared/") },
      to: { path: [packages("canonicalize", "valibot", "@scure/base"), collaboration] },
    },
    {
      comment: "The shapes of health records; nothing of it runs.",
      from: { path: ours("shared/export/") },
      to: { path: packages("@medplum/fhirtypes"), dependencyTypes: ["type-only"] },
    },
    { from: { path: ours("shared/export/") }, to: { path: packages("docx", "pdf-lib") } },
    { from: { path: ours("shared/crypto/") }, to: { path: packages("@hpke/core", "hash-wasm") } },

    // renderer/: features beside each other, pieces that meet only in the session and the composition root.
    { from: { path: ours("renderer/([^/]+)/") }, to: { path: ours("renderer/$1/") } },
    { from: { path: ours("renderer/") }, to: { path: ours("shared/") } },
    { from: { path: ours("renderer/") }, to: { path: [react, words] } },
    {
      from: { path: ours(`renderer/(?:${features}|app|editor|shells)/`) },
      to: { path: ours("renderer/(?:ui|i18n)/") },
    },
    { from: { path: ours("renderer/ui/") }, to: { path: ours("renderer/i18n/") } },
    {
      comment: "Features know the shape of the meeting they show, not how it is kept or carried.",
      from: { path: ours(`renderer/(?:${features}|ui|editor)/`) },
      to: { path: ours("renderer/session/"), dependencyTypes: ["type-only"] },
    },
    { from: { path: ours("renderer/session/") }, to: { path: ours("renderer/(?:transport|editor|shells)/") } },
    {
      comment: "The composition root joins everything.",
      from: { path: ours("renderer/(?:app/|main\\.tsx$)") },
      to: { path: ours("renderer/") },
    },
    { from: { path: ours(`renderer/(?:${features}|app|ui)/`) }, to: { path: packages("react-aria-components") } },
    { from: { path: ours("renderer/(?:record|ui)/") }, to: { path: packages("react-virtuoso") } },
    { from: { path: ours("renderer/arrive/") }, to: { path: packages("qrcode") } },
    { from: { path: ours("renderer/voices/") }, to: { path: packages("@visx/scale", "@visx/shape") } },
    {
      from: { path: ours("renderer/language-hints/") },
      to: { path: packages("unified", "retext-english", "retext-equality") },
    },
    {
      from: { path: ours("renderer/(?:ui|app|main\\.tsx$)") },
      to: { path: packages("@fontsource/atkinson-hyperlegible", "@fontsource/noto-emoji") },
    },
    { from: { path: ours("renderer/(?:session|transport|editor)/") }, to: { path: collaboration } },
    { from: { path: ours("renderer/(?:session|transport)/") }, to: { path: packages("@scure/base") } },
    { from: { path: ours("renderer/transport/") }, to: { path: packages("y-webrtc") } },
    { from: { path: ours("renderer/editor/") }, to: { path: lexical } },
    { from: { path: ours("renderer/(?:transport|session|shells|arrive)/") }, to: { path: packages("valibot") } },

    // electron/: what runs under Node. Signaling and the loopback server run without Electron too.
    { from: { path: ours("electron/") }, to: { path: [ours("electron/"), ours("shared/")] } },
    { from: { path: ours("electron/") }, to: { dependencyTypes: ["core"] } },
    { from: { path: ours("electron/") }, to: { path: packages("ws", "valibot", "pdf-lib") } },
    { from: { path: ours("electron/certificate/") }, to: { path: packages("@peculiar/x509") } },
    { from: { path: ours("electron/discovery/") }, to: { path: packages("bonjour-service") } },
    { from: { path: ours("electron/rendezvous/") }, to: { path: packages("prom-client", "redis", "@redis/client") } },
    {
      from: {
        path: ours("electron/"),
        pathNot: ours("electron/(?:certificate|discovery|exchange|relay|rendezvous|serve|signaling|socket|stun)/"),
      },
      to: { path: packages("electron") },
    },

    // test/ and build/ look at the program from outside.
    { from: { path: ours("test/") }, to: {} },
    { from: { path: ours("build/") }, to: { path: ours("build/") } },
    { from: { path: ours("build/") }, to: { dependencyTypes: ["core", "npm-dev", "npm"] } },
  ],
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "listed-in-package-json",
      comment: "A package that came along with another one may leave with it.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "undetermined"] },
    },
    {
      name: "product-runs-on-product-dependencies",
      severity: "error",
      from: { path: "^(?:shared|renderer|electron)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/electron/" },
    },
    {
      name: "program-does-not-import-its-tests",
      severity: "error",
      from: { path: "^(?:shared|renderer|electron|build)/" },
      to: { path: "^test/" },
    },
    {
      name: "named-for-what-it-is",
      comment: "A folder is a noun of the domain, a file one idea; these names say neither.",
      severity: "error",
      from: {},
      to: {
        path: "/(?:utils?|helpers?|common|managers?|services?|misc)[./-]",
        pathNot: "^node_modules/",
      },
    },
    {
      name: "kebab-case",
      comment: "Components are PascalCase.tsx, everything else is kebab-case.",
      severity: "error",
      from: {},
      to: { path: "^(?:shared|renderer|electron|build|test)/.*[A-Z_].*[.](?:ts|mjs|cjs)$" },
    },
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    exclude: { path: "^(?:out|dist|release)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json"],
      exportsFields: ["exports"],
      // A package of nothing but types has no other main file.
      mainFields: ["module", "main", "types"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
