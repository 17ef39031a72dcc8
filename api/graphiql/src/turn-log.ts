/**
 * What the operations of this page have answered, for the panel to show. GraphiQL's own response editor
 * keeps only the latest event of a subscription; here the whole turn stays in sight.
 */
import { eventIn, type TurnEvent } from './turn-event';

export interface Entry {
  id: number;
  said: string;
  events: readonly TurnEvent[];
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

/** Only operations that answer with turn events appear in the log, from their first event on. */
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
      const event = eventIn((result as { data?: unknown }).data);
      if (event) update({ events: [...entry.events, event] });
    },
    fail(error) {
      update({ error: error instanceof Error ? error.message : String(error) });
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
