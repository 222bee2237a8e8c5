/** Going on to the next field of a form without the mouse. */
const FIELDS =
  "input:not([tabindex='-1']),textarea:not([aria-hidden]),[role=radio][tabindex='0'],[role=checkbox][tabindex='0'],button.go:not([disabled])";

/** Focuses the field after this one. */
export function goOn(from: HTMLElement | null): void {
  const form = from?.closest("[data-told]");
  if (!from || !form) return;
  // What was chosen changes which option can be focused: the page is up to date a moment later.
  requestAnimationFrame(() => {
    const next = [...form.querySelectorAll<HTMLElement>(FIELDS)].find(
      (field) =>
        !from.contains(field) && from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    next?.focus();
  });
}
