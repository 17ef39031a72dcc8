import type { Entry } from '../turn-log';
import type { Shown } from '../turn-event';
import { AnswerOptions } from './answer-options';
import { Candidates } from './candidates';
import { HandoffPreview } from './handoff-preview';

/** One turn: the client's words, its events in order, the reply as far as it goes, and answers to choose. */
export function TurnEntry({ entry }: { entry: Entry }) {
  const reply = replyOf(entry.events);
  const options = entry.events.flatMap(event =>
    event.__typename === 'QuestionAsked' ? (event.question?.options ?? []) : [],
  );
  return (
    <article className="rolecall-turn" data-state={entry.running ? 'running' : 'done'}>
      {said(entry) && <p className="rolecall-said">{said(entry)}</p>}
      <StepTrail events={entry.events} running={entry.running} />
      {entry.events.map((event, index) => (
        <EventRow key={index} event={event} />
      ))}
      {reply && <p className="rolecall-reply">{reply}</p>}
      {options.length > 0 && <AnswerOptions options={options} />}
      {entry.error && <p className="rolecall-failure">{entry.error}</p>}
    </article>
  );
}

function said(entry: Entry): string {
  const started = entry.events.find(event => event.__typename === 'TurnStarted');
  return entry.said || started?.text || '';
}

function replyOf(events: readonly Shown[]): string {
  const latest = events.findLast(
    event => event.__typename === 'ReplyDelta' || event.__typename === 'TurnCompleted',
  );
  if (latest?.__typename === 'ReplyDelta') return latest.text ?? '';
  return latest?.__typename === 'TurnCompleted' ? (latest.reply ?? '') : '';
}

function StepTrail({ events, running }: { events: readonly Shown[]; running: boolean }) {
  const steps = events.flatMap(event => (event.__typename === 'StepEntered' && event.step ? [event.step] : []));
  if (steps.length === 0) return null;
  return (
    <ol className="rolecall-trail" aria-label="Steps taken">
      {steps.map((step, index) => (
        <li key={index} data-now={running && index === steps.length - 1}>
          {step.toLowerCase().replace('_', ' ')}
        </li>
      ))}
    </ol>
  );
}

function EventRow({ event }: { event: Shown }) {
  switch (event.__typename) {
    case 'BriefChanged':
      return (
        <ul className="rolecall-changes" aria-label="Understood">
          {event.changes?.map((change, index) => (
            <li key={index}>
              <span>{inWords(change.slot)}</span> {change.words}
            </li>
          ))}
        </ul>
      );
    case 'CandidatesRanked':
      return <Candidates ranking={event.ranking} />;
    case 'HandoffPrepared':
      return <HandoffPreview handoff={event.handoff} />;
    case 'ConversationStarted':
      return (
        <p className="rolecall-note">
          New conversation <code>{event.conversation?.id}</code>
        </p>
      );
    case 'HandoffApproved':
      return <p className="rolecall-note">The hand-off to {event.handoff?.candidateName} is on record.</p>;
    case 'Failure':
      return <p className="rolecall-failure">{event.message}</p>;
    case 'TurnFailed':
      return (
        <p className="rolecall-failure">
          {event.message} {event.errorId && <code>{event.errorId}</code>}
        </p>
      );
    default:
      return null;
  }
}

/** hourlyRate, HOURLY_RATE: "hourly rate". */
function inWords(name = ''): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
}
