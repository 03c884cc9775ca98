/** A field's text as a form was sent; '' when it is missing, a file, or when whoever called sent no form at all. */
export function formText(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === 'string' ? value : '';
}
