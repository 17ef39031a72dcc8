import { pick, useGraphiQL } from '@graphiql/react';
import type { Option } from '../turn-event';

/** The answers offered with a question. Choosing one writes it into the open tab's `text`, to be run. */
export function AnswerOptions({ options }: { options: readonly Option[] }) {
  const { variableEditor } = useGraphiQL(pick('variableEditor'));

  function say(text: string) {
    const variables = parsed(variableEditor?.getValue());
    if (variables && 'text' in variables) {
      variableEditor?.setValue(JSON.stringify({ ...variables, text }, null, 2));
    }
  }

  return (
    <ul className="rolecall-options" aria-label="Possible answers">
      {options.map((option, index) => (
        <li key={index}>
          <button type="button" onClick={() => say(option.text ?? option.label ?? '')}>
            {option.label}
            {option.candidates != null && <span> {option.candidates}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function parsed(json: string | undefined): object | undefined {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}
