import { Button, Check } from '../parts.tsx';
import { useView } from '../view.ts';

/** The veil over a code whose time has passed, with the ways on. */
export function QrExpired() {
  const { messages: m, onRefresh } = useView();
  return (
    <div className="ps-veil" role="alert">
      <strong>{m.expired.title}</strong>
      <p>{onRefresh ? m.expired.renew : m.expired.goBack}</p>
      {onRefresh && <Button onClick={onRefresh}>{m.expired.newCode}</Button>}
      <Check quiet={Boolean(onRefresh)} label={m.checkAgain} />
    </div>
  );
}
