import type { GraphiQLPlugin } from '@graphiql/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { clear, snapshot, subscribe } from '../turn-log';
import { NextStep, Steps } from './steps';
import { TurnEntry } from './turn-entry';

function ConversationPanel() {
  const entries = useSyncExternalStore(subscribe, snapshot);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries]);

  return (
    <section className="rolecall-panel" aria-label="Conversation">
      <Steps />
      <header className="rolecall-log-header">
        <h2>The turn, live</h2>
        {entries.length > 0 && (
          <button type="button" onClick={clear}>
            Clear
          </button>
        )}
      </header>
      <div className="rolecall-log" aria-live="polite">
        {entries.length === 0 && (
          <p className="rolecall-quiet">
            Run the open tab with ▶ or Ctrl-Enter. What the agent understands, whom it finds and what it replies
            appears here as it happens; the pane on the right shows the latest event as JSON.
          </p>
        )}
        {entries.map(entry => (
          <TurnEntry key={entry.id} entry={entry} />
        ))}
      </div>
      <NextStep />
      <div ref={end} className="rolecall-end" />
    </section>
  );
}

function ConversationIcon(props: object) {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
      <path d="M2 3h12v8H7l-3 3v-3H2z" strokeLinejoin="round" />
      <path d="M5 6h6M5 8.5h4" strokeLinecap="round" />
    </svg>
  );
}

export const CONVERSATION_PANEL: GraphiQLPlugin = {
  title: 'Conversation',
  icon: ConversationIcon,
  content: ConversationPanel,
};
