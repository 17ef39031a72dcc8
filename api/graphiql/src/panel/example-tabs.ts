import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES, type Example } from '../examples';

/** The example in the open tab, if it is one, the example after it, and a way to open any of them. */
export function useExampleTabs() {
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  const { addTab, changeTab } = useGraphiQLActions();
  const place = EXAMPLES.findIndex(example => example.operation === tabs[activeTabIndex]?.title);

  /** Opens the example's tab; if that was closed, a new one. */
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

  return { active: EXAMPLES[place], next: place >= 0 ? EXAMPLES[place + 1] : undefined, open };
}
