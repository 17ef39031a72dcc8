"""Nouns with everything filled that a test does not care about."""

from datetime import UTC, date, datetime

from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer, freelancer_id
from store.nouns.handoff import Handoff, HandoffStatus

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
TODAY: date = NOW.date()


def make_handoff(freelancer: str, status: HandoffStatus = HandoffStatus.PREPARED) -> Handoff:
    """A hand-off of an empty brief."""
    return Handoff(
        id=f"ho_{freelancer}",
        conversation_id="cv_1",
        freelancer_id=freelancer,
        freelancer_name="Maria Silva",
        status=status,
        brief=Brief(),
        message="Hello",
        created=NOW,
    )


def make_freelancer(external_id: str, **fields: object) -> Freelancer:
    """A freelancer with only what the test gives."""
    given: dict[str, object] = {
        "id": freelancer_id("test", external_id),
        "external_id": external_id,
        "source": "test",
        "name": f"Person {external_id}",
    }
    return Freelancer.model_validate(given | fields)
