import { useState } from 'react';
import type { FieldName, FieldSpec, Values } from '../../method/index.ts';
import { useActions } from '../contexts.ts';

export interface Form {
  readonly values: Values;
  /** Fields whose value is missing or cannot be right, as far as that was looked at. */
  readonly wrong: ReadonlySet<FieldName>;
  readonly set: (need: FieldSpec, value: string) => void;
  /** Looks at a field that the customer leaves; an empty one waits for the end. */
  readonly leave: (need: FieldSpec) => void;
  /** Marks what a press has found to be wrong, in place of what was marked before. */
  readonly setWrong: (fields: readonly FieldName[]) => void;
}

/** The fields that are wrong for one payment method. */
interface Marks {
  readonly type: string;
  readonly fields: ReadonlySet<FieldName>;
}

const NONE: ReadonlySet<FieldName> = new Set();

/** What is entered, and what is wrong with it. `type` is the chosen payment method's. */
export function useForm(type: string, initial: Values): Form {
  const { steps } = useActions();
  const [values, setValues] = useState(initial);
  const [marks, setMarks] = useState<Marks>({ type, fields: NONE });
  // What one method refuses (a name of one word) another may take.
  const wrong = marks.type === type ? marks.fields : NONE;
  const mark = (field: FieldName, isWrong: boolean) =>
    setMarks((before) => {
      const fields = new Set(before.type === type ? before.fields : NONE);
      if (isWrong) fields.add(field);
      else fields.delete(field);
      return { type, fields };
    });
  /** Until what reads it is there, nothing is wrong with what is entered. */
  const isUnreadable = (need: FieldSpec, entered: Values) =>
    steps.views?.formTools.readValue(need, type, entered) === null;
  return {
    values,
    wrong,
    set(need, value) {
      const next = { ...values, [need.field]: value };
      // Autofill sets several fields before anything is drawn again.
      setValues((before) => ({ ...before, [need.field]: value }));
      // What was wrong is right as soon as it is; what was not is let alone while it is typed.
      if (wrong.has(need.field)) mark(need.field, isUnreadable(need, next));
    },
    leave(need) {
      if (values[need.field]?.trim()) mark(need.field, isUnreadable(need, values));
    },
    setWrong: (fields) => setMarks({ type, fields: new Set(fields) }),
  };
}
