import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["dist", "node_modules", "src/api/schema.ts", "test-results", "playwright-report"] },
  js.configs.recommended,
  ...ts.configs.strict,
  a11y.flatConfigs.recommended,
  hooks.configs.flat["recommended-latest"],
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // A word of the table may be a function of nothing; an empty handler says that nothing happens.
      "@typescript-eslint/no-empty-function": "off",
      // Fields that a drawer opens on take the focus: that is what it was opened for.
      "jsx-a11y/no-autofocus": "off",
    },
  },
);
