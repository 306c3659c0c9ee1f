/**
 * Stands in place of `document` in every module of the script tag, the libraries' included
 * (`embed/build/safeDocument.ts`). HTML can hide anything of the real one: with
 * `<img name="currentScript">` in the page, `document.currentScript` is that image
 * (https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem). What is read from the
 * prototypes is the browser's own.
 */
const real = globalThis.document;

const safe = new Proxy(real, {
  get(_, name) {
    const own: unknown = Reflect.get(HTMLDocument.prototype, name, real);
    return typeof own === 'function' ? own.bind(real) : own;
  },
});

export { safe as document };
