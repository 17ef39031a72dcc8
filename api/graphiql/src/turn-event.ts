/** The turn events as the example operations select them. A field that was not selected is undefined. */

export interface Candidate {
  name?: string;
  headline?: string;
  country?: { name?: string } | null;
  hourlyRate?: { amount?: number; currency?: string } | null;
  rating?: number | null;
  completedJobs?: number;
  portfolio?: { edges?: readonly { node?: { title?: string } }[] };
}

export interface Check {
  requirement?: string;
  verdict?: 'MET' | 'PARTLY' | 'NOT_MET' | 'UNKNOWN';
  fact?: string;
}

export interface Match {
  position?: number;
  reason?: string;
  labels?: readonly string[];
  checks?: readonly Check[];
  candidate?: Candidate | null;
}

export interface Ranking {
  eligible?: number;
  marketplace?: number;
  matches?: readonly Match[];
}

export interface Option {
  label?: string;
  text?: string;
  candidates?: number | null;
}

export interface Handoff {
  id?: string;
  candidateName?: string;
  message?: string;
  shared?: readonly string[];
  withheld?: readonly string[];
}

export type TurnEvent =
  | { __typename: 'TurnStarted'; text?: string; attempt?: number }
  | { __typename: 'StepEntered'; step?: string }
  | { __typename: 'BriefChanged'; changes?: readonly { slot?: string; words?: string }[] }
  | { __typename: 'QuestionAsked'; question?: { text?: string; options?: readonly Option[] } }
  | ({ __typename: 'CandidatesRanked' } & Ranking)
  | { __typename: 'ReplyDelta'; text?: string }
  | { __typename: 'HandoffPrepared'; handoff?: Handoff }
  | { __typename: 'TurnCompleted'; reply?: string }
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
