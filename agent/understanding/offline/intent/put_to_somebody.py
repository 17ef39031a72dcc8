"""What we are to tell or ask somebody on the list: 'drop her a line', 'ask him if he knows Vue'.

What only they can answer ('ask him if he is interested') is a hand-off; the rest is answered from profiles.
"""

from agent.understanding.offline.intent.evidence import POLITE, Evidence
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.strangers import TITLES
from agent.understanding.reading import Intent

_YOU = frozenset({"you", "u", "please", "we", "kindly"})
_ASKED = frozenset({"if", "whether", "to", "for", "about", "how", "what", "when", "where", "why", "which"})


def put_to_somebody(e: Evidence) -> Intent | None:
    """What such an order wants; None if it is none."""
    message = e.scene.message
    if any(_is_sent_a_line(e, pointer) for pointer in e.pointers):
        return Intent.HAND_OFF
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


def _is_sent_a_line(e: Evidence, pointer: Pointer) -> bool:
    """'drop her a line', 'give Liam a call', 'make the first one an offer'."""
    message, lexicon = e.scene.message, e.scene.lexicon
    if message.norm(pointer.first - 1) not in lexicon.words("intents", "sends"):
        return False
    article, line = message.norm(pointer.last), message.norm(pointer.last + 1)
    return article in ("a", "an") and line in lexicon.words("intents", "lines")
