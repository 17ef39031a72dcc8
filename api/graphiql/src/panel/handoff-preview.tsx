import type { Handoff } from '../turn-event';

/** What would leave this place if the client approves, and what would stay. */
export function HandoffPreview({ handoff }: { handoff: Handoff | undefined }) {
  return (
    <section className="rolecall-handoff" aria-label="Hand-off preview">
      <strong>Hand-off to {handoff?.candidateName}</strong>
      {handoff?.message && <blockquote>{handoff.message}</blockquote>}
      <Facts title="Shared" facts={handoff?.shared} />
      <Facts title="Stays here" facts={handoff?.withheld} />
    </section>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly string[] | undefined }) {
  if (!facts?.length) return null;
  return (
    <p>
      <span>{title}:</span> {facts.join(', ')}
    </p>
  );
}
