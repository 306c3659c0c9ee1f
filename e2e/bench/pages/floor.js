// The least that could be done by hand: read, draw, read each second. No state, no styles, no errors.
import { create } from 'qrcode/lib/core/qrcode.js';

const { api, secret } = Object.fromEntries(new URLSearchParams(location.search));
const url = `${api}/v1/payment_intents/${secret.split('_secret_')[0]}?client_secret=${secret}&key=pk_test_bench`;
const read = async () => (await fetch(url)).json();

function draw(text) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  data.forEach((dark, i) => {
    if (dark) path += `M${4 + (i % size)} ${4 + Math.floor(i / size)}h1v1h-1z`;
  });
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size + 8} ${size + 8}`);
  svg.setAttribute('width', '248');
  const drawn = document.createElementNS(svg.namespaceURI, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  document.body.append(svg);
  return svg;
}

/** Returns the function that ends it. */
async function mount() {
  const intent = await read();
  const svg = draw(intent.next_action.wechat_pay_display_qr_code.data);
  const timer = setInterval(async () => {
    const { status } = await read();
    if (status !== 'succeeded') return;
    clearInterval(timer);
    window.settled?.(Date.now());
  }, 1000);
  return () => {
    clearInterval(timer);
    svg.remove();
  };
}

let unmount = await mount();
window.remount = async () => {
  unmount();
  unmount = await mount();
};
