/**
 * What the operations of this page have answered, for the panel to show. GraphiQL's own response editor
 * keeps only the latest event of a subscription; here the whole turn stays in sight.
 */
import { shownIn, type Shown } from './turn-event';

export interface Entry {
  id: number;
  said: string;
  events: readonly Shown[];
  error: string;
  running: boolean;
}

export interface Run {
  add(result: unknown): void;
  fail(error: unknown): void;
  end(): void;
}

let entries: readonly Entry[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function snapshot(): readonly Entry[] {
  return entries;
}

export function clear(): void {
  publish([]);
}

/** An operation appears in the log once it has answered with something to show there. */
export function begin(variables: unknown): Run {
  const id = nextId++;
  const said = (variables as { text?: unknown } | null)?.text;
  let entry: Entry = { id, said: typeof said === 'string' ? said : '', events: [], error: '', running: true };
  let listed = false;

  function update(change: Partial<Entry>): void {
    entry = { ...entry, ...change };
    publish(listed ? entries.map(other => (other.id === id ? entry : other)) : [...entries, entry]);
    listed = true;
  }

  return {
    add(result) {
      const { data, errors } = result as { data?: unknown; errors?: readonly { message: string }[] };
      const shown = shownIn(data);
      if (shown.length > 0) update({ events: [...sinceTheStart(shown, entry.events), ...shown] });
      if (errors?.[0]) update({ error: errors[0].message });
    },
    fail(error) {
      update({ error: messageOf(error) });
    },
    end() {
      if (listed) update({ running: false });
    },
  };
}

function publish(next: readonly Entry[]): void {
  entries = next;
  for (const listener of listeners) listener();
}

/** A turn that starts again, retried or replayed after a lost connection, voids what was shown of it. */
function sinceTheStart(shown: readonly Shown[], before: readonly Shown[]): readonly Shown[] {
  return shown.some(event => event.__typename === 'TurnStarted') ? [] : before;
}

/** Of an Error, or of the list of GraphQL errors that ends an operation over WebSocket. */
function messageOf(error: unknown): string {
  const first: unknown = Array.isArray(error) ? error[0] : error;
  return (first as { message?: string } | undefined)?.message ?? String(first);
}
