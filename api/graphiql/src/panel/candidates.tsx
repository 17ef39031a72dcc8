import type { Candidate, Check, Match, Ranking } from '../turn-event';

const MARKS = { MET: '✓', PARTLY: '~', NOT_MET: '✗', UNKNOWN: '?' };
const MEANINGS = { MET: 'met', PARTLY: 'partly met', NOT_MET: 'missing', UNKNOWN: 'not stated' };

export function Candidates({ ranking }: { ranking: Ranking | undefined }) {
  const matches = ranking?.matches ?? [];
  return (
    <div>
      <p className="rolecall-quiet">
        {matches.length} shown{ranking?.eligible != null && ` of ${ranking?.eligible} who fit`}
        {ranking?.marketplace != null && `, ${ranking?.marketplace.toLocaleString('en')} in the marketplace`}
      </p>
      <ol className="rolecall-candidates">
        {matches.map((match, index) => (
          <CandidateCard key={index} match={match} place={match.position ?? index + 1} />
        ))}
      </ol>
    </div>
  );
}

function CandidateCard({ match, place }: { match: Match; place: number }) {
  const { candidate, reason, checks, labels } = match;
  const works = candidate?.portfolio?.nodes?.flatMap(item => item.title ?? []) ?? [];
  return (
    <li>
      <header>
        <strong>
          <span>{place}.</span> {candidate?.name ?? 'Profile removed'}
        </strong>
        <span className="rolecall-facts">{factsOf(candidate)}</span>
      </header>
      {candidate?.headline && <em>{candidate.headline}</em>}
      {reason && <p>{reason}</p>}
      {checks && <Checks checks={checks} />}
      {works.length > 0 && <p className="rolecall-quiet">Portfolio: {works.join(', ')}</p>}
      {labels && labels.length > 0 && <p className="rolecall-quiet">{labels.join(', ').toLowerCase()}</p>}
    </li>
  );
}

function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="rolecall-checks" aria-label="Requirements">
      {checks.map((check, index) => (
        <li key={index} data-verdict={check.verdict} title={check.fact}>
          {check.verdict && <b aria-label={MEANINGS[check.verdict]}>{MARKS[check.verdict]}</b>} {check.requirement}
        </li>
      ))}
    </ul>
  );
}

function factsOf(candidate: Candidate | null | undefined): string {
  const { hourlyRate: rate, rating, jobsCompleted: jobs, country } = candidate ?? {};
  const facts = [
    rate?.amount != null && `${rate.amount.toLocaleString('en')} ${rate.currency ?? ''}/h`,
    rating != null && `★ ${rating.toFixed(1)}`,
    jobs != null && `${jobs} ${jobs === 1 ? 'job' : 'jobs'}`,
    country?.name,
  ];
  return facts.filter(Boolean).join(' · ');
}
