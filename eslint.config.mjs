import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** A business date never comes from the machine's clock: it comes from the workflow or from the one business clock. */
const CLOCK = 'Business dates come from libs/temporal/business-clock.ts or travel as arguments (docs/ARCHITECTURE.md).';

const bannedClock = [
  'error',
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: CLOCK },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  {
    selector: 'TemplateElement[value.raw=/\\b(current_date|current_timestamp|now\\s*\\(\\s*\\))/i]',
    message: CLOCK,
  },
];

export default tseslint.config(
  { ignores: ['dist', 'reports', '.stryker-tmp', 'libs/api-client/schema.ts', '**/*.cjs', '**/*.mjs', 'bin'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest declares its bags of options as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-syntax': bannedClock,
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/temporal/in-workflow/calendar.ts', 'libs/temporal/business-clock.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
