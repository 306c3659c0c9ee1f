import { type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { FIELD_INPUTS, type FieldSpec } from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import type { Form } from './useForm.ts';

type Entry = HTMLInputElement | HTMLSelectElement;

interface FieldInputProps {
  readonly need: FieldSpec;
  /** The payment method's type. */
  readonly type: string;
  readonly form: Form;
}

/** A label, an input or a list, and room for what is wrong, so that nothing jumps. */
export function FieldInput({ need, type, form }: FieldInputProps) {
  const { messages: m, locale } = useWords();
  const { steps } = useActions();
  const { intent } = usePayment();
  const tools = steps.views?.formTools;
  const id = useId();
  const { field, optional } = need;
  const { attributes, isChosen } = FIELD_INPUTS[field];
  const currency = intent?.currency ?? null;
  const choices = isChosen && tools?.choicesOf(field, type, { messages: m, locale, currency });
  const entered = form.values[field] ?? '';
  const isKnown = choices?.some(([value]) => value === entered);
  const input = useRef<HTMLInputElement>(null);
  const lastChange = useRef<InputEvent>(undefined);
  const update = (element: Entry) => {
    const value =
      tools && element === input.current
        ? tools.groupInput(input.current, field, type, entered, lastChange.current)
        : element.value;
    if (value !== entered) form.set(need, value);
  };
  // What the shop knows of the customer, and what was typed before the tools were there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes later is an event's.
  useEffect(() => {
    if (input.current) update(input.current);
  }, [tools, type]);
  const isWrong = form.wrong.has(field);
  const label = m.pay.fields[field];
  const shared = {
    id,
    className: 'ps-input',
    part: 'input',
    name: attributes.autoComplete === 'off' ? field : attributes.autoComplete,
    value: isChosen && !isKnown ? '' : entered,
    required: !optional,
    'aria-invalid': isWrong,
    'aria-describedby': `${id}error`,
    // Not `onChange`, which is another event of a text field in Preact.
    onInput: (event: SyntheticEvent<Entry, InputEvent>) => {
      lastChange.current = event.nativeEvent ?? event;
      update(event.currentTarget);
    },
    onBlur: ({ currentTarget }: SyntheticEvent<Entry>) => {
      // Nothing is composed or undone in an input that is left.
      lastChange.current = undefined;
      update(currentTarget);
      form.leave(need);
    },
  };
  return (
    <div className="ps-field" part="field" data-field={field}>
      <label htmlFor={id}>{optional ? m.pay.optional(label) : label}</label>
      {isChosen ? (
        <select {...shared} {...attributes} disabled={!choices}>
          <option value="">{optional ? m.pay.anyBank : m.pay.choose}</option>
          {choices?.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input ref={input} {...shared} {...attributes} />
      )}
      <p className="ps-error" part="error" id={`${id}error`}>
        {isWrong && m.pay.wrong[field]}
      </p>
    </div>
  );
}
