import { GraphiQL } from 'graphiql';
import { EXAMPLES } from './examples';
import { fetcher } from './fetcher';
import { CONVERSATION_PANEL } from './panel';
import { WordWrap } from './word-wrap';

const PLUGINS = [CONVERSATION_PANEL];
const TABS = EXAMPLES.map(({ query, variables }) => ({ query, variables }));
const AUTHORIZATION_UNKNOWN = '{\n  "Authorization": "Bearer paste-your-token-here"\n}';

/** GraphiQL's history plugin is left out because it stores headers, and so the token, on disk. */
export function Page({ token }: { token: string }) {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      visiblePlugin={CONVERSATION_PANEL}
      defaultTabs={TABS}
      defaultHeaders={
        token ? JSON.stringify({ Authorization: `Bearer ${token}` }, null, 2) : AUTHORIZATION_UNKNOWN
      }
      defaultEditorToolsVisibility="variables"
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>
        <span className="rolecall-logo">Rolecall</span>
      </GraphiQL.Logo>
      <WordWrap />
    </GraphiQL>
  );
}
