"""Readers from whom names are hidden, by whom the model of overlooked skills learns."""

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.learned.overlooked import UNKNOWN, overlooked
from agent.understanding.reading import Context
from evals.fitting.examples import TODAY
from evals.fitting.knowing_less import ForgetfulReaders
from store.knowledge import load_knowledge

TEXT = "Data engineer for a port, Python and Airbyte, exports go to Metabase"


def test_a_hidden_name_is_read_as_one_that_no_list_has() -> None:
    knowledge, context = load_knowledge(), Context(today=TODAY)
    interpreter = OfflineInterpreter(knowledge, by_example=False)
    message = interpreter.evidence(TEXT, context).scene.message
    hidden_names = set()
    for reader, hidden in ForgetfulReaders(knowledge).reading_less_of(message):
        evidence = reader.evidence(TEXT, context)
        names = [each for each in overlooked(evidence.scene, evidence.findings) if each.sort == UNKNOWN]
        hidden_names |= {each.mention.key for each in names if each.mention.first in hidden}
    assert hidden_names, "every name of it is on the list of a role"
    assert "Python" not in hidden_names, "what roles list is known to everybody"
    assert all(interpreter.evidence(TEXT, context).scene.knowledge.find_skill(name) for name in hidden_names)
