import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES, type Example } from '../examples';

/** The examples in the order that makes a whole conversation. Choosing one opens its tab, again if closed. */
export function Steps() {
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  const { addTab, changeTab } = useGraphiQLActions();
  const active = tabs[activeTabIndex]?.title;

  function open(example: Example) {
    const index = tabs.findIndex(tab => tab.title === example.operation);
    if (index >= 0) {
      changeTab(index);
      return;
    }
    addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables);
  }

  return (
    <nav aria-label="Examples">
      <h2>Try it, in order</h2>
      <ol className="rolecall-steps">
        {EXAMPLES.map(example => (
          <li key={example.operation}>
            <button
              type="button"
              aria-current={example.operation === active ? 'step' : undefined}
              onClick={() => open(example)}
            >
              <strong>{example.title}</strong>
              <span>{example.about}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
