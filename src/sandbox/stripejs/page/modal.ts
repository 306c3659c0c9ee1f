/** The dialog over the shop's page, in which the customer does what the bank or the wallet asks. */

interface ModalOptions {
  readonly title: string;
  /** The sandbox's page in it; null where there is nothing to do here. */
  readonly url: string | null;
  readonly text: string;
  /** Called when the frame has loaded a page, the first one included. */
  readonly onLoad: () => void;
  readonly onClose: () => void;
}

export interface Modal {
  close(): void;
}

/** In a shadow root, and as an adopted sheet, so that no style and no policy of the page changes it. */
const CSS = `
:host { all: initial; }
dialog {
  color-scheme: light dark;
  box-sizing: border-box;
  width: min(30rem, 100vw - 2rem);
  height: min(44rem, 100dvh - 2rem);
  padding: 0;
  border: 0;
  border-radius: 14px;
  overflow: hidden;
  background: light-dark(#fff, #191d24);
  color: light-dark(#171a1f, #eef0f3);
  box-shadow: 0 24px 64px #0006;
  font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
dialog[open] { display: flex; flex-direction: column; }
dialog.is-short { height: auto; }
dialog::backdrop { background: #0b0f1a8c; }
header {
  display: flex;
  align-items: center;
  gap: 10px;
  padding: 6px 6px 6px 16px;
  border-bottom: 1px solid light-dark(#e1e4e9, #2c323c);
}
h2 { flex: 1; margin: 0; font-size: 15px; font-weight: 600; }
.badge {
  padding: 2px 5px;
  border-radius: 3px;
  background: #ffde92;
  color: #5b3a00;
  font: 700 10px/1.3 system-ui, sans-serif;
  letter-spacing: 0.04em;
}
button {
  display: grid;
  place-items: center;
  width: 44px;
  height: 44px;
  border: 0;
  border-radius: 8px;
  background: transparent;
  color: inherit;
  font: 20px/1 system-ui, sans-serif;
  cursor: pointer;
}
button:hover { background: light-dark(#f0f2f5, #262c36); }
button:focus-visible { outline: 3px solid light-dark(#2452d6, #8ba9ff); outline-offset: -3px; }
iframe { flex: 1; width: 100%; border: 0; }
p { margin: 0; padding: 20px 16px 24px; }
@media (max-width: 480px) {
  dialog:not(.is-short) { width: 100vw; max-width: none; height: 100dvh; max-height: none; border-radius: 0; }
}
`;

function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}

function styled(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
}

function headerOf(title: string, close: () => void): HTMLElement {
  const header = document.createElement('header');
  const heading = create('h2', { id: 'title', textContent: title });
  const button = create('button', { type: 'button', textContent: '×' });
  button.setAttribute('aria-label', 'Close');
  button.addEventListener('click', close);
  header.append(heading, create('span', { className: 'badge', textContent: 'TEST' }), button);
  return header;
}

/** Opens the dialog. It calls `onClose` where the customer closes it. */
export function openModal({ onClose, onLoad, text, title, url }: ModalOptions): Modal {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  styled(root);
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'title');
  let isOpen = true;

  function remove(): void {
    if (!isOpen) return;
    isOpen = false;
    dialog.close();
    host.remove();
  }

  function closed(): void {
    if (!isOpen) return;
    remove();
    onClose();
  }

  dialog.append(headerOf(title, closed));
  if (url === null) {
    dialog.classList.add('is-short');
    dialog.append(create('p', { textContent: text }));
  } else {
    const frame = create('iframe', { title: text, name: 'stripe-challenge-frame', src: url });
    frame.addEventListener('load', onLoad);
    dialog.append(frame);
  }
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    closed();
  });
  root.append(dialog);
  document.body.append(host);
  dialog.showModal();
  return { close: remove };
}
