import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import globals from "globals";

export default [
  { files: ["**/*.js"], ...js.configs.recommended },
  { files: ["stakeholder_graph/**/*.js"], ...jsdoc.configs["flat/recommended-typescript-flavor-error"] },
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "no-console": "error",
      "no-implicit-globals": "error",
      "no-param-reassign": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["stakeholder_graph/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      // One global comes with the drawing library, and map/drawing/vis.js reads it. Texts are put into the page as text.
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML"].map((property) => ({ property, message: "Make elements instead." }))],
      "no-eval": "error",
      "no-new-func": "error",
      // Types say what a name and a sentence above it do not.
      "jsdoc/require-jsdoc": "off",
      "jsdoc/require-param": "off",
      "jsdoc/require-param-description": "off",
      "jsdoc/require-property-description": "off",
      "jsdoc/require-returns": "off",
      "jsdoc/require-returns-description": "off",
      "jsdoc/require-yields": "off",
      "jsdoc/require-template-description": "off",
      "jsdoc/tag-lines": "off",
      "jsdoc/reject-any-type": "off",
      "jsdoc/reject-function-type": "off",
      "jsdoc/escape-inline-tags": "off",
      "jsdoc/no-undefined-types": "off",
      "jsdoc/valid-types": "off",
    },
  },
  { files: ["tests/**/*.js"], languageOptions: { globals: globals.node } },
];
