import { readReturn } from '../checkout/readReturn.ts';
import { Copy } from './Copy.tsx';
import { useView } from './view.ts';

/** To take the payment to another browser; a client secret in the address stays here. */
export function PageAddress() {
  const { messages: m } = useView();
  return <Copy text={() => readReturn(location.href).cleanUrl} label={m.app.address} />;
}
