import { options } from 'preact';

/**
 * Translators (Chrome's, Edge's) put an element of their own in the place of each text node. Preact
 * would go on writing into the node that it has made, which nobody sees any more: a countdown stands
 * still. So a text is set as a property of its element, as React does; each stands alone in one.
 */
export function setTextsAsProperties(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    // First, since it would make an attribute of the property's name.
    before?.(vnode);
    const props = vnode.props as Record<string, unknown>;
    if (typeof vnode.type === 'string' && typeof props.children === 'string') {
      props.textContent = props.children;
      delete props.children;
    }
  };
}
