/* The rules for the scripts of the pages; those for Python stand in pyproject.toml. */
import js from "@eslint/js";
import globals from "globals";

/* Names that a browser binds for every page: a forgotten import or declaration would find them. */
const CONFUSED = ["event", "find", "length", "name", "open", "origin", "parent", "print", "self", "status", "top"];

const HTML = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"];

const rules = {
  "array-callback-return": "error",
  complexity: ["error", 12],
  eqeqeq: "error",
  "max-depth": ["error", 3],
  "max-len": ["error", {code: 120}],
  "no-control-regex": "off" /* control characters are what such a pattern looks for */,
  "no-eval": "error",
  "no-implicit-globals": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-restricted-properties": [
    "error",
    ...HTML.map(property => ({property, message: "Build elements; a text is never HTML."})),
    {object: "document", property: "write", message: "Build elements; a text is never HTML."},
  ],
  "no-restricted-syntax": [
    "error",
    {selector: "ImportExpression", message: "The joiner follows static imports only."},
    {selector: "ExportDefaultDeclaration", message: "Export names; the joiner knows no default."},
  ],
  "no-shadow": "error",
  "no-unused-vars": "error",
  "no-use-before-define": ["error", {functions: false, classes: false, variables: false}],
  "no-var": "error",
  "object-shorthand": "error",
  "one-var": ["error", "never"],
  "prefer-const": "error",
};

export default [
  js.configs.recommended,
  {rules, linterOptions: {reportUnusedDisableDirectives: "error"}},
  {
    files: ["**/src/**/*.js"],
    languageOptions: {globals: {...globals.browser, vis: "readonly"}},
    rules: {
      "max-lines-per-function": ["error", {max: 60, skipBlankLines: true, skipComments: true}],
      "no-restricted-globals": ["error", ...CONFUSED],
    },
  },
  {files: ["src/**/theme.js"], languageOptions: {sourceType: "script"}},
  {files: ["tests/**/*.mjs", "tools/*.js"], languageOptions: {globals: globals.node}},
  {files: ["tools/*.js"], rules: {"no-restricted-syntax": "off"}},
  {
    files: ["tests/**/probes.js"],
    languageOptions: {globals: {...globals.browser, argumapPage: "readonly", probe: "readonly"}, sourceType: "script"},
    rules: {"no-restricted-properties": "off"},
  },
];
