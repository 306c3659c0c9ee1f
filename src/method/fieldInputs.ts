import type { FieldName, Values } from './method.ts';

/** How one kind of value is entered. `fields.ts` has how it is understood. */
interface FieldInput {
  /**
   * Attributes of its input; `autoComplete` as in the HTML standard. There is no `maxLength`: it cuts
   * what is pasted with spaces or a label, without a word.
   */
  readonly attributes: {
    readonly type?: 'email' | 'tel';
    readonly inputMode?: 'numeric' | 'email' | 'tel';
    readonly autoComplete: string;
    /** Numbers and codes read from left to right also where the language does not. */
    readonly dir?: 'ltr';
  };
  /** Good for one attempt only: it is asked for anew. */
  readonly once?: true;
  /** Chosen from a list, which `choicesOf` gives. */
  readonly isChosen?: true;
}

/** The inputs of the kinds of values, a row each. */
export const FIELD_INPUTS: Readonly<Record<FieldName, FieldInput>> = {
  name: { attributes: { autoComplete: 'name' } },
  email: { attributes: { type: 'email', inputMode: 'email', autoComplete: 'email', dir: 'ltr' } },
  phone: { attributes: { type: 'tel', inputMode: 'tel', autoComplete: 'tel', dir: 'ltr' } },
  taxId: { attributes: { autoComplete: 'off', dir: 'ltr' } },
  bank: { attributes: { autoComplete: 'off' }, isChosen: true },
  code: {
    attributes: { inputMode: 'numeric', autoComplete: 'one-time-code', dir: 'ltr' },
    once: true,
  },
  line1: { attributes: { autoComplete: 'address-line1' } },
  city: { attributes: { autoComplete: 'address-level2' } },
  state: { attributes: { autoComplete: 'address-level1' } },
  postalCode: { attributes: { autoComplete: 'postal-code', dir: 'ltr' } },
  country: { attributes: { autoComplete: 'country' }, isChosen: true },
  provider: { attributes: { autoComplete: 'off' }, isChosen: true },
  app: { attributes: { autoComplete: 'off' }, isChosen: true },
};

/** What may serve for another attempt. */
export function reusableValues(values: Values): Values {
  const entries = Object.entries(values).filter(
    ([field]) => !FIELD_INPUTS[field as FieldName].once,
  );
  return Object.fromEntries(entries);
}
