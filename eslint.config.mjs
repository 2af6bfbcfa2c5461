import { defineConfig, globalIgnores } from 'eslint/config';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';

const noRawSql = {
  selector: "MemberExpression[object.name='sql'][property.name='raw']",
  message: 'sql.raw lets text become a command. Use sql`...${value}`, which sends values apart; only db/ may build statements from text.',
};
const noInnerHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
  message: 'Markup from text lets a note become a script. Render the text as text.',
};
const noHiddenClock = {
  selector: [
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "CallExpression[callee.name='Date']",
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  ].join(', '),
  message: 'A rule that reads the clock cannot be asked about another day. Take `today` or `now` as an argument.',
};

export default defineConfig([
  ...nextVitals,
  ...nextTs,
  globalIgnores(['.next/**', '.data/**', '.cache/**', 'next-env.d.ts', 'playwright-report/**', 'test-results/**', 'db/migrations/**']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      'import/no-anonymous-default-export': 'off',
      // Speaks to the React compiler, which is not switched on.
      // Plain links on purpose: nothing is fetched ahead, because opening a record is noted, and less script is sent.
      '@next/next/no-html-link-for-pages': 'off',
      'react-hooks/preserve-manual-memoization': 'off',
      'no-restricted-syntax': ['error', noRawSql, noInnerHtml],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // The rules that need types: a promise nobody waits for is a write that may not have happened.
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Drizzle's builders are thenables, not promises: without checkThenables `db.insert(...).values(...)` alone goes unnoticed.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['scripts/**', 'db/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['db/**'],
    rules: { 'no-restricted-syntax': ['error', noInnerHtml] },
  },
  {
    files: ['**/rules.ts', '**/policy.ts'],
    rules: { 'no-restricted-syntax': ['error', noRawSql, noInnerHtml, noHiddenClock] },
  },
  {
    files: ['app/**', 'components/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/commands', '@/db', '@/db/**', 'drizzle-orm', 'drizzle-orm/**', 'postgres'],
              message: 'Screens read through queries and write through server actions.',
            },
          ],
        },
      ],
    },
  },
]);
