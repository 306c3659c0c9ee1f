const { serveSandbox } = require('paystep/sandbox');
const fixtures = require('./fixtures.json');

let sandbox;
let payments;

beforeAll(async () => {
  // A port of its own, so that test files may run at the same time.
  sandbox = await serveSandbox({ port: 0, fixtures });
  process.env.STRIPE_SECRET_KEY = 'sk_test_1';
  process.env.STRIPE_API_BASE = sandbox.url;
  // After that, since it reads them as it is loaded.
  payments = require('./payments.js');
});

beforeEach(() => sandbox.reset());

afterAll(() => sandbox.close());

it('charges the saved card', async () => {
  const { id, result } = await payments.charge('cus_ada', 1800);
  expect(id).toMatch(/^pi_/);
  expect(result).toBe('paid');
});

it('says why a card is not charged', async () => {
  expect(await payments.charge('cus_bob', 1800)).toMatchObject({ result: 'card_declined' });
});
