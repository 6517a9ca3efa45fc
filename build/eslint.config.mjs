import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

import { explainedCast } from "./eslint/explained-cast.mjs";
import { projectRoot } from "./scripts/project.mjs";

export default defineConfig(
  globalIgnores(["node_modules/", "out/", "dist/", "release/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: projectRoot } },
    plugins: { house: { rules: { "explained-cast": explainedCast } } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-param-reassign": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "No barrels: import a thing from the file that makes it." },
      ],
      "object-shorthand": "error",
      "prefer-template": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // It asks for `!`, which cannot say why it is true; an explained cast can.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Numbers may stand for themselves: comparing by one thing and then by the next reads as `a.x - b.x || a.y - b.y`.
      "@typescript-eslint/strict-boolean-expressions": ["error", { allowNullableBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "house/explained-cast": "error",
    },
  },
  {
    files: ["{shared,renderer,electron,build}/**/*.{ts,tsx,mjs}"],
    // A catalogue of messages is a list, not an idea: it is as long as the program has sentences.
    ignores: ["renderer/i18n/**"],
    rules: { "max-lines": ["error", { max: 250 }] },
  },
  {
    // The core knows neither a page nor a process. Its compiler has no types of either; a library's may bring some along.
    files: ["shared/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "Buffer",
        "process",
        "global",
        "require",
        "setImmediate",
        "window",
        "document",
      ],
    },
  },
  {
    files: ["renderer/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
  },
  {
    // These speak to whoever started them, and never see a meeting's words.
    files: [
      "build/scripts/**",
      "build/demo/**",
      "build/bench/**",
      "electron/{rendezvous,serve}/main.ts",
      "test/{attack,bench,demo,letters,network}/**",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**"],
    rules: {
      // Test doubles keep a port's asynchronous signature without having anything to wait for.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    // Its configuration format is CommonJS, which has no types to check against.
    files: ["**/*.cjs"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
