// The demo shop. Everything that a merchant's page needs for Paystep is in `mountCheckout`.

const $ = (id) => document.getElementById(id);
const page = document.querySelector('.page');
const form = $('form');

/** What each gateway offers; the shop's server knows. */
let offers = {};

/** Undefined where the customer chooses in the checkout. */
const chosenOffer = () => {
  const { gateway, method } = form.elements;
  return method.value === '' ? undefined : offers[gateway.value]?.[method.value];
};

/** Digits after the point, as the currency has them. */
function digitsOf(currency) {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits;
  } catch {
    return 2;
  }
}

/** Minor units, as both gateways count. */
function minorUnits(entered, currency) {
  return Math.round(Number(entered.replace(',', '.')) * 10 ** digitsOf(currency));
}

function listMethods() {
  const list = offers[form.elements.gateway.value] ?? [];
  const [choose] = $('method').options;
  $('method').replaceChildren(choose, ...list.map(({ label }, at) => new Option(label, at)));
  choose.selected = true;
}

/** The tea's price, unless another amount was typed: 18.00, or 1800 where there is no point. */
function suggestAmount(currency) {
  const amount = $('amount');
  if (amount.value !== amount.defaultValue) return;
  const digits = digitsOf(currency);
  amount.value = amount.defaultValue = (1800 / 10 ** digits).toFixed(digits);
}

function fillCurrency() {
  const offer = chosenOffer();
  $('currency').value = (offer?.currency ?? 'usd').toUpperCase();
  suggestAmount($('currency').value);
  $('expires').hidden = !offer?.code;
}

async function requestJson(path, body) {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, init);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? answer.error?.message ?? response.statusText);
  return answer;
}

function orderOf(data) {
  const currency = data.get('currency').toLowerCase();
  const order = {
    ...chosenOffer(),
    gateway: data.get('gateway'),
    currency,
    amount: minorUnits(data.get('amount'), currency),
  };
  const expires = data.has('expires') && !$('expires').hidden;
  return expires ? { ...order, expiresAfterSeconds: 120 } : order;
}

async function checkOut(event) {
  event.preventDefault();
  $('buy').disabled = true;
  $('problem').hidden = true;
  try {
    const order = await requestJson('/shop/orders', orderOf(new FormData(form)));
    // Only the order's own id goes into the URL: a client secret must not get into logs and histories.
    history.pushState(null, '', `/?order=${order.orderId}`);
    showCheckout(order);
  } catch (error) {
    complain(error);
  } finally {
    $('buy').disabled = false;
  }
}

function complain({ message }) {
  $('problem').textContent = message;
  $('problem').hidden = false;
}

const attributesOf = ({ apiBase, clientSecret, gateway, orderId, publishableKey }) => ({
  gateway,
  'publishable-key': publishableKey,
  'client-secret': clientSecret,
  'api-base': apiBase,
  'return-url': `${location.origin}/return.html?order=${orderId}`,
});

/** A merchant's page would hold this element in its HTML. */
function mountCheckout(attributes) {
  const checkout = document.createElement('paystep-checkout');
  for (const [name, value] of Object.entries(attributes)) checkout.setAttribute(name, value);
  for (const type of ['paystep-change', 'paystep-success', 'paystep-failure', 'paystep-error']) {
    checkout.addEventListener(type, log);
  }
  // A real shop has its gateway's card fields here (Stripe Elements); the demo has its test cards.
  const cards = $('cards').content.cloneNode(true);
  const select = cards.querySelector('select');
  checkout.append(cards);
  checkout.createPaymentMethod = async () => select.value;
  $('mount').replaceChildren(checkout);
}

/** The id is the part of a client secret that is no secret. */
const intentIdOf = ({ clientSecret }) => clientSecret.split('_secret_')[0];

function sourceOf(attributes) {
  const lines = Object.entries(attributes).map(([name, value]) => `  ${name}="${value}"`);
  return `<script async src="/paystep.js"></script>\n<paystep-checkout\n${lines.join('\n')}\n></paystep-checkout>`;
}

let current = null;

function showCheckout(order) {
  current = order;
  const attributes = attributesOf(order);
  $('log').replaceChildren();
  $('refusal').textContent = '';
  $('source').textContent = sourceOf(attributes);
  $('console').href = `/sandbox/console/${intentIdOf(order)}`;
  mountCheckout(attributes);
  show(true);
}

function show(paying) {
  page.classList.toggle('paying', paying);
  page.classList.toggle('ordering', !paying);
  $('checkout').hidden = !paying;
  $('tools').hidden = !paying;
}

function log({ detail = {}, type }) {
  const line = document.createElement('li');
  const time = document.createElement('time');
  const name = document.createElement('b');
  time.textContent = new Date().toTimeString().slice(0, 8);
  name.textContent = type;
  line.append(time, name, ` ${summaryOf(detail)}`);
  $('log').prepend(line);
}

function summaryOf(detail) {
  const { error, step, ...fields } = detail;
  const flat = { ...fields, step: step?.kind ?? step, error: error?.message ?? error };
  const shown = Object.entries(flat).filter(([, value]) => value !== undefined && value !== null);
  return shown
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' · ');
}

async function simulateOutcome({ target }) {
  const { outcome, retry } = target.dataset;
  if (!current || (outcome === undefined && retry === undefined)) return;
  $('refusal').textContent = '';
  try {
    if (retry !== undefined)
      return showCheckout(await requestJson(`/shop/orders/${current.orderId}/retry`, {}));
    await requestJson(`/sandbox/intents/${intentIdOf(current)}/simulate`, { outcome });
  } catch (error) {
    $('refusal').textContent = error.message;
  }
}

async function copySource() {
  await navigator.clipboard.writeText($('source').textContent);
  $('copy').textContent = 'Copied';
  setTimeout(() => ($('copy').textContent = 'Copy'), 1500);
}

/** An order in the URL survives a reload; without one, the shop is open. */
async function open() {
  const orderId = new URLSearchParams(location.search).get('order');
  if (!orderId) return close();
  try {
    showCheckout(await requestJson(`/shop/orders/${encodeURIComponent(orderId)}`));
  } catch {
    history.replaceState(null, '', '/');
    close();
  }
}

function close() {
  current = null;
  $('mount').replaceChildren();
  show(false);
}

function startOver() {
  history.pushState(null, '', '/');
  close();
}

/** An order can be placed before the methods are known, so the page does not wait for them. */
async function start() {
  await open();
  try {
    offers = await requestJson('/shop/methods');
    listMethods();
  } catch (error) {
    complain(error);
  }
}

function changeGateway() {
  listMethods();
  fillCurrency();
}

form.addEventListener('submit', checkOut);
for (const radio of form.elements.gateway) radio.addEventListener('change', changeGateway);
$('method').addEventListener('change', fillCurrency);
$('again').addEventListener('click', startOver);
$('outcomes').addEventListener('click', simulateOutcome);
$('copy').addEventListener('click', copySource);
addEventListener('popstate', open);
customElements.whenDefined('paystep-checkout').then(() => ($('unbuilt').hidden = true));
addEventListener(
  'load',
  () => ($('unbuilt').hidden = customElements.get('paystep-checkout') !== undefined),
);
start();
