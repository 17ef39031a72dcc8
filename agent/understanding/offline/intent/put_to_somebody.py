"""What we are to ask somebody on the list: 'ask him if he is interested', 'ask Liam if he knows Vue'.

The first is a hand-off, for only he can say it; the second is answered from his profile.
"""

from agent.understanding.offline.intent.evidence import POLITE, Evidence
from agent.understanding.offline.pointing.references import TITLES
from agent.understanding.reading import Intent

_YOU = frozenset({"you", "u", "please", "we", "kindly"})
_ASKED = frozenset({"if", "whether", "to", "for", "about", "how", "what", "when", "where", "why", "which"})


def put_to_somebody(e: Evidence) -> Intent | None:
    """What such an order wants; None if it is none."""
    message = e.scene.message
    polite = e.scene.lexicon.words("intents", "sentence_starts") | POLITE | _YOU
    for pointer in e.pointers:
        verb = pointer.first - 1
        verb -= message.norm(verb) in TITLES
        low, high = message.sentence(pointer.first)
        if verb < low or message.norm(verb) != "ask" or message.norm(pointer.last) not in _ASKED:
            continue
        if not all(word in polite for word in message.norms[low:verb]):
            continue
        joins = any(m.key == "joins" for m in message.between("intents", pointer.last, high))
        return Intent.HAND_OFF if joins else Intent.ASK_ABOUT_CANDIDATE
    return None
