import type { Gateway, Step } from 'paystep';
import { CheckoutView, useCheckout } from 'paystep/react';
import { toDataURL } from 'qrcode';
import { useEffect, useState } from 'react';

interface CustomViewProps {
  readonly gateway: Gateway;
  readonly clientSecret: string;
  readonly returnUrl: string;
}

/** A shop's own screens for a code and for the end; Paystep's for everything else, paying included. */
export function CustomView({ gateway, clientSecret, returnUrl }: CustomViewProps) {
  const checkout = useCheckout({ gateway, clientSecret });
  const { state, refetch } = checkout;
  switch (state.phase) {
    case 'succeeded':
      return <h2>Thank you! Your tea is on its way.</h2>;
    case 'canceled':
      return <h2>This order was canceled.</h2>;
    case 'action':
      if (state.step.kind !== 'qr' || !state.step.data) break;
      return (
        <>
          <CustomQrCode step={state.step} text={state.step.data} />
          {state.connection !== 'live' && (
            <button type="button" onClick={refetch}>
              Check again
            </button>
          )}
        </>
      );
    case 'loading':
    case 'payable':
    case 'processing':
    case 'authorized':
    case 'failed':
    case 'unavailable':
      break;
    default:
      state satisfies never;
  }
  return <CheckoutView {...checkout} returnUrl={returnUrl} redirect="button" />;
}

type QrStep = Extract<Step, { kind: 'qr' }>;

function CustomQrCode({ step, text }: { readonly step: QrStep; readonly text: string }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    // Black on white, with a margin of four: some wallets read nothing else.
    toDataURL(text, { margin: 4, width: 480 }).then(setSrc);
  }, [text]);
  return (
    <figure>
      <img src={src} alt={`QR code for ${step.method}`} width="240" height="240" />
      <figcaption>Scan to pay. Keep this page open.</figcaption>
    </figure>
  );
}
