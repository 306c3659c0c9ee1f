import { type FormEvent, useId } from 'react';
import { FIELD_INPUTS, type FieldSpec } from '../../method/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import type { Form } from './useForm.ts';

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
  const id = useId();
  const { field, optional } = need;
  const { attributes, isChosen } = FIELD_INPUTS[field];
  const currency = intent?.currency ?? null;
  const choices =
    isChosen && steps.views?.formTools.choicesOf(field, type, { messages: m, locale, currency });
  const entered = form.values[field] ?? '';
  const isKnown = choices?.some(([value]) => value === entered);
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
    onInput: ({ currentTarget }: FormEvent<HTMLInputElement | HTMLSelectElement>) =>
      form.set(need, currentTarget.value),
    onBlur: () => form.leave(need),
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
        <input {...shared} {...attributes} />
      )}
      <p className="ps-error" part="error" id={`${id}error`}>
        {isWrong && m.pay.wrong[field]}
      </p>
    </div>
  );
}
