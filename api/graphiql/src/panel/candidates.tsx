import type { Candidate, Match } from '../turn-event';

interface Ranking {
  eligible?: number;
  marketplace?: number;
  matches?: readonly Match[];
}

export function Candidates({ ranking }: { ranking: Ranking | undefined }) {
  const matches = ranking?.matches ?? [];
  return (
    <div>
      <p className="rolecall-quiet">
        {matches.length} shown{ranking?.eligible != null && ` of ${ranking.eligible} who fit`}
        {ranking?.marketplace != null && `, ${ranking.marketplace.toLocaleString()} in the marketplace`}
      </p>
      <ol className="rolecall-candidates">
        {matches.map((match, index) => (
          <li key={match.candidate?.id ?? index}>
            <strong>{match.candidate?.name}</strong>
            <span className="rolecall-facts">{factsOf(match.candidate)}</span>
            {match.candidate?.headline && <em>{match.candidate.headline}</em>}
            {match.reason && <p>{match.reason}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function factsOf(candidate: Candidate | undefined): string {
  const { hourlyRate: rate, rating, jobsCompleted: jobs, country } = candidate ?? {};
  const facts = [
    rate?.amount != null && `${rate.amount} ${rate.currency ?? ''}/h`,
    rating != null && `★ ${rating.toFixed(1)}`,
    jobs != null && `${jobs} ${jobs === 1 ? 'job' : 'jobs'}`,
    country,
  ];
  return facts.filter(Boolean).join(' · ');
}
