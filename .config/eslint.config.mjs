import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.bench/', '.dist-*/', 'node_modules/']),
  eslint.configs.recommended,
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    rules: {
      // The index is checked where it is not certain; `!` says that it is.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Node runs the sources as they are: no enums.' },
        {
          selector: "MemberExpression[property.name='innerHTML']",
          message: 'Words of the content never become HTML: build nodes.',
        },
      ],
    },
  },
  { files: ['**/*.astro'], rules: { 'no-undef': 'off' } },
  {
    files: ['astro.config.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
);
