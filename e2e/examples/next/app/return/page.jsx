import { connection } from 'next/server';
import { gatewaySettings } from '../../lib/payments.js';
import { Returned } from './Returned.jsx';

export default async function ReturnPage() {
  // The settings are those of the running server, not of the build.
  await connection();
  return (
    <main>
      <h1>Your order</h1>
      <Returned settings={gatewaySettings()} />
    </main>
  );
}
