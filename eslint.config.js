import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const noFloats = [
  {
    selector: "CallExpression[callee.name='Number'], CallExpression[callee.name='parseFloat'], CallExpression[callee.property.name='parseFloat']",
    message: "Money never passes through a float: keep it a string, use ~/money, or BigInt for whole numbers.",
  },
];

const noLiteralText = [
  {
    selector: "JSXText[value=/[A-Za-z]{2,}/]",
    message: "Words a person reads come from app/i18n.",
  },
];

export default tseslint.config(
  { ignores: ["build/", "public/build/", "node_modules/", "test-results/", "playwright-report/", ".coffer/", ".cache/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" }],
      "max-lines": ["error", { max: 300 }],
      "no-console": "error",
      "no-control-regex": "off",
      eqeqeq: "error",
    },
  },
  {
    // Runs in browsers and in Node as it is, without types.
    files: ["public/*.mjs"],
    languageOptions: { globals: { crypto: "readonly", TextEncoder: "readonly", process: "readonly", console: "readonly" } },
  },
  {
    // Programs for a terminal speak to it.
    files: ["tools/**/*.ts", "stories/**/*.ts", "bench/**/*.ts", "sql/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["app/**/*.{ts,tsx}", "worker/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...noFloats] },
  },
  {
    files: ["app/**/*.tsx", "emails/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    rules: { "no-restricted-syntax": ["error", ...noFloats, ...noLiteralText] },
  },
  {
    files: ["app/**/*.tsx"],
    ...jsxA11y.flatConfigs.recommended,
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, "react-hooks": reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // Focus goes to the error summary of a refused form, and to the single field of a page made for it.
      "jsx-a11y/no-autofocus": "off",
      // The roles keep lists and tables what they are when CSS changes their display.
      "jsx-a11y/no-redundant-roles": "off",
      "jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { tr: ["none", "presentation"], canvas: ["img"], th: ["columnheader"], td: ["cell"] }],
      "jsx-a11y/no-noninteractive-tabindex": "off",
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/db/**", "app/**/*.test.*"],
    rules: {
      "no-restricted-imports": ["error", { paths: ["postgres", "pg"].map((name) => ({ name, message: "The web speaks to Postgres through app/db only." })) }],
    },
  },
);
