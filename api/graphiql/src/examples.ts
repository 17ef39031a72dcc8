/** The example operations: GraphQL and JSON files in ../examples, which the Python tests check too. */
import index from '../examples/index.json';

const documents = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Example {
  operation: string;
  title: string;
  about: string;
  query: string;
  variables: string;
}

/** Placeholders of the variables, each with the paths in a result that give its value. */
export const PLACEHOLDERS: Record<string, readonly string[]> = index.placeholders;

export const EXAMPLES: readonly Example[] = index.examples.map(example => ({
  operation: example.operation,
  title: example.title,
  about: example.about,
  query: named(documents[`../examples/${example.document}`] ?? '', example.operation),
  variables: JSON.stringify(example.variables, null, 2),
}));

/** Several examples share one document; GraphiQL titles a tab by the name of its operation. */
function named(document: string, operation: string): string {
  return document.trim().replace(/^(query|mutation|subscription) \w+/m, `$1 ${operation}`);
}
