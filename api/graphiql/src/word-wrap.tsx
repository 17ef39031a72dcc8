import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Messages are long lines: the variables show them whole. */
export function WordWrap() {
  const { variableEditor } = useGraphiQL(pick('variableEditor'));
  useEffect(() => {
    variableEditor?.updateOptions({ wordWrap: 'on' });
  }, [variableEditor]);
  return null;
}
