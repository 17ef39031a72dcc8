/** The turn events as the example operations select them. A field that was not selected is undefined. */

export interface Money {
  amount?: number;
  currency?: string;
}

export interface Candidate {
  id?: string;
  name?: string;
  headline?: string;
  country?: string;
  hourlyRate?: Money | null;
  rating?: number | null;
  jobsCompleted?: number;
}

export interface Match {
  reason?: string;
  candidate?: Candidate;
}

export interface Handoff {
  id?: string;
  status?: string;
  freelancerName?: string;
  message?: string;
  shared?: readonly string[];
  withheld?: readonly string[];
}

export type TurnEvent =
  | { __typename: 'TurnStarted'; text?: string; attempt?: number }
  | { __typename: 'StepEntered'; step?: string }
  | { __typename: 'BriefChanged'; changes?: readonly { slot?: string; words?: string }[] }
  | {
      __typename: 'QuestionAsked';
      question?: { text?: string; options?: readonly { label?: string; candidates?: number | null }[] };
    }
  | {
      __typename: 'CandidatesRanked';
      ranking?: { eligible?: number; marketplace?: number; matches?: readonly Match[] };
    }
  | { __typename: 'ReplyDelta'; text?: string }
  | { __typename: 'HandoffPrepared'; handoff?: Handoff }
  | { __typename: 'TurnCompleted'; reply?: string; handoff?: Handoff | null }
  | { __typename: 'TurnFailed'; message?: string; errorId?: string };

const NAMES: ReadonlySet<string> = new Set<TurnEvent['__typename']>([
  'TurnStarted',
  'StepEntered',
  'BriefChanged',
  'QuestionAsked',
  'CandidatesRanked',
  'ReplyDelta',
  'HandoffPrepared',
  'TurnCompleted',
  'TurnFailed',
]);

/** The turn event anywhere in a result's data, whatever the operation called its fields. */
export function eventIn(data: unknown): TurnEvent | undefined {
  if (!data || typeof data !== 'object') return undefined;
  if ('__typename' in data && NAMES.has(data.__typename as string)) return data as TurnEvent;
  for (const value of Object.values(data)) {
    const event = eventIn(value);
    if (event) return event;
  }
  return undefined;
}
