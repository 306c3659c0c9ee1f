type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with its attributes and children. An attribute that is false or undefined is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** Says in each frame that no real card belongs here. */
export const testBadge = (): HTMLElement =>
  h('span', { class: 'badge', title: 'Paystep sandbox: enter test cards only' }, 'TEST');
