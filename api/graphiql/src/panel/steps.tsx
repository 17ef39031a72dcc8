import { EXAMPLES } from '../examples';
import { useExampleTabs } from './example-tabs';

/** The examples, in the order that makes a whole conversation. */
export function Steps() {
  const { active, open } = useExampleTabs();
  return (
    <nav aria-label="Examples">
      <h2>Try it, in order</h2>
      <ol className="rolecall-steps">
        {EXAMPLES.map(example => (
          <li key={example.operation}>
            <button
              type="button"
              aria-current={example === active ? 'step' : undefined}
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

/** Stays in sight below the log, so that nobody has to scroll up for the way on. */
export function NextStep() {
  const { next, open } = useExampleTabs();
  if (!next) return null;
  return (
    <button type="button" className="rolecall-next" onClick={() => open(next)}>
      Next: {next.title} →
    </button>
  );
}
