/** `Object.hasOwn`, which Chrome before 93, Firefox before 92 and Safari before 15.4 lack. */
export const hasOwn = (object: object, name: PropertyKey): boolean =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: it is what older browsers have
  Object.prototype.hasOwnProperty.call(object, name);
