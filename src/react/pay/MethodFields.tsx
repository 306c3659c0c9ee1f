import type { Offer } from '../../method/index.ts';
import { FieldInput } from './FieldInput.tsx';
import type { Form } from './useForm.ts';

/** What a method fields, a labelled field each. */
export function MethodFields({ offer, form }: { readonly offer: Offer; readonly form: Form }) {
  const { fields } = offer.method;
  if (fields.length === 0) return null;
  return (
    <div className="ps-fields">
      {fields.map((need) => (
        <FieldInput key={need.field} need={need} type={offer.type} form={form} />
      ))}
    </div>
  );
}
