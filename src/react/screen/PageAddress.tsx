import { readReturn } from '../../checkout/return/readReturn.ts';
import { useWords } from '../contexts.ts';
import { Copy } from './Copy.tsx';

/** To take the payment to another browser; a client secret in the address stays here. */
export function PageAddress() {
  const { messages: m } = useWords();
  return <Copy text={() => readReturn(location.href).cleanUrl} label={m.app.address} />;
}
