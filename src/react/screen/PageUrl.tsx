import { readReturn } from '../../checkout/return/readReturn.ts';
import { useWords } from '../contexts.ts';
import { Copy } from './Copy.tsx';

/** To take the payment to another browser; a client secret in its URL stays here. */
export function PageUrl() {
  const { messages: m } = useWords();
  return <Copy text={() => readReturn(location.href).cleanUrl} label={m.app.address} />;
}
