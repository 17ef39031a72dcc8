/**
 * Variables may hold placeholders: "<conversation>" stands for the id that the last result gave, "<new>"
 * for a fresh id. They are replaced as an operation is sent, so the examples run one after the other
 * with nothing to copy and paste.
 */
import { PLACEHOLDERS } from './examples';

const KEY = 'rolecall:ids';
const FRESH = '<new>';

export function learn(result: unknown): void {
  const known = remembered();
  for (const [placeholder, paths] of Object.entries(PLACEHOLDERS)) {
    for (const path of paths) {
      const value = at(result, path.split('.'));
      if (typeof value === 'string') known[placeholder] = value;
    }
  }
  sessionStorage.setItem(KEY, JSON.stringify(known));
}

/** Throws NotYetKnown, which says what to run first when a placeholder has no value yet. */
export function fill(value: unknown): unknown {
  if (typeof value === 'string') return filled(value);
  if (Array.isArray(value)) return value.map(fill);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item)]));
  }
  return value;
}

function filled(text: string): string {
  if (text === FRESH) return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  if (!(text in PLACEHOLDERS)) return text;
  const value = remembered()[text];
  if (!value) throw new NotYetKnown(text);
  return value;
}

/** Without a stack, because GraphiQL prints it under the message. */
class NotYetKnown extends Error {
  constructor(placeholder: string) {
    super(`There is no ${placeholder} yet. Run the examples in order: each passes its ids on.`);
    this.stack = undefined;
  }
}

function remembered(): Record<string, string> {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner && typeof inner === 'object' ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}
