import { type FormEvent, useId } from 'react';
import { BANKS, COUNTRIES, FIELDS, type FieldSpec } from '../../method/index.ts';
import { useWords } from '../contexts.ts';
import { namedCountries } from '../words/namedCountries.ts';
import type { Form } from './useForm.ts';

interface FieldInputProps {
  readonly need: FieldSpec;
  /** The payment method's type. */
  readonly type: string;
  readonly form: Form;
}

/** A label, an input or a list, and room for what is wrong, so that nothing jumps. */
export function FieldInput({ need, type, form }: FieldInputProps) {
  const { messages: m } = useWords();
  const id = useId();
  const { field, optional } = need;
  const choices = useChoices(need, type);
  const entered = form.values[field] ?? '';
  const isKnown = choices?.some(([value]) => value === entered);
  const isWrong = form.wrong.has(field);
  const label = m.pay.fields[field];
  const shared = {
    id,
    className: 'ps-input',
    part: 'input',
    name: FIELDS[field].input.autoComplete === 'off' ? field : FIELDS[field].input.autoComplete,
    value: choices && !isKnown ? '' : entered,
    required: !optional,
    'aria-invalid': isWrong,
    'aria-describedby': `${id}error`,
    // Not `onChange`, which is another event of a text field in Preact.
    onInput: ({ currentTarget }: FormEvent<HTMLInputElement | HTMLSelectElement>) =>
      form.set(need, currentTarget.value),
    onBlur: () => form.leave(need),
  };
  return (
    <div className="ps-field" part="field" data-field={field}>
      <label htmlFor={id}>{optional ? m.pay.optional(label) : label}</label>
      {choices ? (
        <select {...shared} autoComplete={FIELDS[field].input.autoComplete}>
          <option value="">{optional ? m.pay.anyBank : m.pay.choose}</option>
          {choices.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} {...FIELDS[field].input} />
      )}
      <p className="ps-error" part="error" id={`${id}error`}>
        {isWrong && m.pay.wrong[field]}
      </p>
    </div>
  );
}

/** The list to choose from, where it is no free text. */
function useChoices({ field }: FieldSpec, type: string) {
  const { locale } = useWords();
  if (field === 'bank') return BANKS[type];
  if (field !== 'country') return null;
  return namedCountries(COUNTRIES[type] ?? [], locale);
}
