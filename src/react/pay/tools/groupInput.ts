import { type FieldName, groupInputText, type InputText } from '../../../method/index.ts';

/** What an input's event tells of the change; all of it is missing in other events. */
type Change = Partial<Pick<InputEvent, 'inputType' | 'isComposing'>>;

/**
 * Groups what an input has, and gives its text. Nothing is done while an input method composes, which
 * would be disturbed, and after undo and redo, which would have no end.
 * @param type the payment method's.
 * @param before the input's text before the change.
 */
export function groupInput(
  input: HTMLInputElement,
  field: FieldName,
  type: string,
  before: string,
  { inputType = '', isComposing }: Change = {},
): string {
  if (isComposing || inputType.startsWith('history')) return input.value;
  const shown = { text: input.value, caret: input.selectionStart ?? input.value.length };
  const grouped = groupInputText(field, type, before, shown, inputType);
  if (grouped.text !== shown.text) show(input, grouped);
  return grouped.text;
}

/** A caret is set in the input that has the focus alone: in another one, Safari would focus it. */
function show(input: HTMLInputElement, { text, caret }: InputText): void {
  const hasFocus = input.matches(':focus');
  if (hasFocus) insert(input, text);
  if (input.value !== text) input.value = text;
  if (hasFocus) input.setSelectionRange(caret, caret);
}

/**
 * Replaces all from the first difference on, as if it had been typed. It is the one way that keeps the
 * customer's undo, which Chromium drops with the first `value` or `setRangeText` that a script sets.
 * `execCommand` is in all of today's browsers, and in no standard any more; Firefox knows it for
 * inputs since 89. Where it does nothing, the value is set.
 */
function insert(input: HTMLInputElement, text: string): void {
  const shown = input.value;
  let start = 0;
  while (start < text.length && shown[start] === text[start]) start++;
  const piece = text.slice(start);
  input.setSelectionRange(start, shown.length);
  document.execCommand?.(piece ? 'insertText' : 'delete', false, piece);
}
