/** What the panel shows of a result, as the example operations select it. What was not selected is undefined. */

export interface Candidate {
  name?: string;
  headline?: string;
  country?: { name?: string } | null;
  hourlyRate?: { amount?: number; currency?: string } | null;
  rating?: number | null;
  jobsCompleted?: number;
  portfolio?: { nodes?: readonly { title?: string }[] };
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
  | { __typename: 'CandidatesRanked'; ranking?: Ranking }
  | { __typename: 'ReplyDelta'; text?: string }
  | { __typename: 'HandoffPrepared'; handoff?: Handoff }
  | { __typename: 'TurnCompleted'; reply?: string }
  | { __typename: 'TurnFailed'; message?: string; errorId?: string };

/** What a mutation answers: done, or an expected failure (any type with a message). */
export type Answer =
  | { __typename: 'ConversationStarted'; conversation?: { id?: string } }
  | { __typename: 'HandoffApproved'; handoff?: Handoff }
  | { __typename: 'Failure'; message: string };

export type Shown = TurnEvent | Answer;

const NAMES: ReadonlySet<string> = new Set<Exclude<Shown['__typename'], 'Failure'>>([
  'TurnStarted',
  'StepEntered',
  'BriefChanged',
  'QuestionAsked',
  'CandidatesRanked',
  'ReplyDelta',
  'HandoffPrepared',
  'TurnCompleted',
  'TurnFailed',
  'ConversationStarted',
  'HandoffApproved',
]);

/** What there is to show in the root fields of a result's data, whatever the operation calls them. */
export function shownIn(data: unknown): Shown[] {
  return Object.values(data ?? {}).flatMap((field): Shown[] => {
    if (!field || typeof field !== 'object') return [];
    if (NAMES.has(field.__typename)) return [field as Shown];
    return typeof field.message === 'string' ? [{ __typename: 'Failure', message: field.message }] : [];
  });
}
