import { useId } from 'react';
import type { Offer } from '../../method/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { isNode } from './isNode.ts';
import { labelOf } from './labels.ts';
import { MethodFields } from './MethodFields.tsx';
import { MethodIcon } from './MethodIcon.tsx';
import type { Form } from './useForm.ts';

const drawnOf = ({ method }: Offer) => <MethodIcon method={method} />;

interface MethodListProps {
  readonly offers: readonly Offer[];
  readonly chosen: Offer;
  readonly onChoose: (type: string) => void;
  readonly form: Form;
}

/** The methods as one group of radio buttons, each with its fields below it when it is chosen. */
export function MethodList({ offers, chosen, onChoose, form }: MethodListProps) {
  const { messages: m, renderIcon } = useWords();
  const { pay } = usePayment();
  const id = useId();
  return (
    <fieldset className="ps-methods">
      <legend>
        <h2 className="ps-title" part="title">
          {m.pay.title}
        </h2>
      </legend>
      {offers.map((offer) => {
        const isChosen = offer === chosen;
        return (
          <div
            className="ps-method"
            part="method"
            key={offer.type}
            data-chosen={isChosen || undefined}
          >
            <label className="ps-choice">
              <input
                type="radio"
                name={`${id}method`}
                value={offer.type}
                checked={isChosen}
                onChange={() => onChoose(offer.type)}
              />
              <span className="ps-choice-name">{labelOf(offer.type, m)}</span>
              {renderIcon(offer.type, drawnOf(offer))}
            </label>
            {isChosen && <MethodFields offer={offer} form={form} />}
            {/* The gateway's fields stay on the page: what is typed in them must not be lost. */}
            {offer.type === 'card' && pay?.cardFields && isNode(pay.cardFields) && (
              <div className="ps-card-fields" hidden={!isChosen}>
                {pay.cardFields}
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
