import { builtinModules } from 'node:module';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Who may import whom. A letter's way points one way; whoever needs to turn back meets the others in the journal. */
const sidecars = ['capture', 'registration', 'distribution', 'treatment', 'retention', 'rgpd', 'vigilance'];
const mayImport = {
  domain: [],
  http: ['domain'],
  alfresco: ['domain'],
  store: ['domain'],
  print: [],
  seal: [],
  house: ['domain', 'http', 'alfresco', 'store'],
  ...Object.fromEntries(sidecars.map((name) => [name, ['domain', 'http', 'alfresco', 'store', 'print', 'seal', 'house']])),
  embedded: [],
  conformance: ['embedded'],
  server: ['domain', 'http', 'alfresco', 'store', 'seal', 'house', 'embedded', ...sidecars],
  demo: ['domain', 'server'],
  workspace: ['domain'],
  'workspace-app': ['domain', 'workspace'],
  'workspace-aca': ['workspace'],
};
const everyone = Object.keys(mayImport);
/** Specs of the repository's client speak to a real server. */
const inSpecs = { alfresco: ['embedded'] };

function direction(project, allowed, files, ignores = []) {
  const forbidden = everyone.filter((name) => name !== project && !allowed.includes(name));
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { group: forbidden.flatMap((name) => [`@bannette/${name}`, `@bannette/${name}/*`]), message: `${project} may import ${allowed.join(', ') || 'nobody'} (docs/architecture.md, "Layout"): sidecars meet through the journal, and dependencies point one way.` },
          { group: ['../../../*/src/*', '../../*/src/**'], message: 'Import another project by its name, never by its path.' },
          ...(project === 'domain' ? [{ group: [...builtinModules, 'node:*'], message: 'domain is pure: no I/O.' }] : []),
        ],
      }],
    },
  };
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'var/**', '.angular/**', '**/*.generated.ts', 'coverage/**'] },
  { files: ['**/*.ts'], extends: [...tseslint.configs.recommended], rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports' }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    eqeqeq: ['error', 'always'],
  } },
  { files: ['**/*.spec.ts'], rules: {
    'max-lines': 'off',
    'no-restricted-globals': ['error', { name: 'fdescribe', message: 'A test that runs alone hides the others.' }, { name: 'fit', message: 'A test that runs alone hides the others.' }, { name: 'xit', message: 'A test that is switched off can’t fail.' }, { name: 'xdescribe', message: 'A test that is switched off can’t fail.' }],
  } },
  ...Object.entries(mayImport).flatMap(([project, allowed]) => {
    const specs = [`projects/${project}/src/**/*.spec.ts`, `projects/${project}/src/testing/**/*.ts`];
    return [
      direction(project, allowed, [`projects/${project}/src/**/*.ts`], specs),
      direction(project, [...allowed, ...(inSpecs[project] ?? [])], specs),
    ];
  }),
  direction('e2e', ['domain', 'server', 'demo'], ['e2e/src/**/*.ts']),
  { files: ['projects/domain/src/**/*.ts'], rules: {
    'no-restricted-syntax': ['error', { selector: 'ImportDeclaration[source.value="zod"] > ImportSpecifier[imported.name="z"]', message: 'import * as z: the browser gets domain too, and the name z brings fifty languages with it.' }],
  } },
  { files: ['projects/domain/src/**/*.spec.ts', 'projects/domain/src/**/*.spec-support.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['projects/workspace/src/**/*.ts', 'projects/workspace-app/src/**/*.ts', 'projects/workspace-aca/src/**/*.ts'], extends: [...angular.configs.tsRecommended], processor: angular.processInlineTemplates },
  { files: ['projects/workspace/src/**/*.html', 'projects/workspace-app/src/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
);
