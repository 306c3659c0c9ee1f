import { readReturn } from '../../checkout/return/readReturn.ts';
import { useView } from '../view.ts';
import { Copy } from './Copy.tsx';

/** To take the payment to another browser; a client secret in the address stays here. */
export function PageAddress() {
  const { messages: m } = useView();
  return <Copy text={() => readReturn(location.href).cleanUrl} label={m.app.address} />;
}
