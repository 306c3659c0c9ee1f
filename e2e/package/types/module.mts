/** `import` of TypeScript that Node resolves. */
import { createSandbox, type ServedSandbox, serveSandbox } from 'paystep/sandbox';

export async function start(): Promise<ServedSandbox> {
  createSandbox({ fixtures: { wooshpay: { customers: [] } }, webhookSecret: 'whsec_1' }).reset();
  return serveSandbox({ port: 0, forwardTo: ['http://localhost:3000/'], log: console.log });
}
