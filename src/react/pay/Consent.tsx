import { useView } from '../view.ts';

interface ConsentProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Asks whether the method may be kept, in the merchant's own words; without them it is not kept. */
export function Consent({ checked, onChange }: ConsentProps) {
  const { pay } = useView();
  if (!pay?.setupFutureUsage || !pay.consent) return null;
  return (
    <label className="ps-consent">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{pay.consent}</span>
    </label>
  );
}
