"""Profiles read lately, so that those on a list are not put together anew for every turn."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from store.nouns.freelancer import Freelancer

MOST = 5_000
"""Profiles kept; about 10 kB each."""


class ReadProfiles:
    """Freelancers with the content hash they were stored under, the least recently read forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[str, Freelancer]] = OrderedDict()

    def known(self, hashes: Mapping[str, str | None]) -> dict[str, Freelancer]:
        """Those of the ids that are kept under the very hash given; None is any hash."""
        found = {}
        for freelancer_id, digest in hashes.items():
            kept = self._kept.get(freelancer_id)
            if kept is not None and digest in (None, kept[0]):
                self._kept.move_to_end(freelancer_id)
                found[freelancer_id] = kept[1]
        return found

    def remember(self, people: Sequence[Freelancer], hashes: Mapping[str, str]) -> None:
        """Keep these freelancers under their hashes."""
        for person in people:
            self._kept[person.id] = (hashes[person.id], person)
            self._kept.move_to_end(person.id)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
