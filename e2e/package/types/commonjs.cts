/** `require('paystep/sandbox')` of TypeScript that is compiled to CommonJS, as Jest has it. */
import sandbox = require('paystep/sandbox');

const fixtures: sandbox.Fixtures = { customers: [{ id: 'cus_ada', email: 'ada@example.com' }] };

export async function start(): Promise<string> {
  const served: sandbox.ServedSandbox = await sandbox.serveSandbox({ port: 0, fixtures });
  served.reset();
  await served[Symbol.asyncDispose]();
  // @ts-expect-error there is no such option
  sandbox.createSandbox({ prot: 1 });
  return served.url;
}
