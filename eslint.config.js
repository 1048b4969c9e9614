import graphql from '@graphql-eslint/eslint-plugin';

// SDL and operations only: TypeScript is linted by oxlint.
export default [
  { ignores: ['node_modules/**', 'dist/**', '**/*.js', '**/*.ts', 'schema.printed.graphql'] },
  {
    files: ['schema/**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema/**/*.graphql' } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          EnumValueDefinition: true,
          InputValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          'FieldDefinition[parent.name.value=Query]': {
            forbiddenPrefixes: ['query', 'get'],
            forbiddenSuffixes: ['Query'],
          },
        },
      ],
      '@graphql-eslint/no-unreachable-types': 'error',
      // A record's identity is its global id; types that are no records (Money, Address, connections) have none.
      '@graphql-eslint/strict-id-in-types': 'off',
      // One-line descriptions stand on one line, so that a type is seen whole.
      '@graphql-eslint/description-style': 'off',
      '@graphql-eslint/no-hashtag-description': 'error',
    },
  },
];
