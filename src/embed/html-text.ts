const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Escapes text for HTML, as text or as an attribute's value in quotation marks. It is for markup that a publisher copies
 * and pastes; the project itself creates elements, not markup.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/**
 * Escapes text for HTML that may stand in Markdown or in a template: Markdown would read the text of a link that is part of a
 * line, a site generator its braces, and both would make other marks of a quote's dashes and dots.
 */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text).replace(/[*_`~[\]{}\\]|--+|\.\.+/g, (marks) => marks.replace(/./g, toReference))
}

const toReference = (character: string): string => `&#${character.charCodeAt(0)};`
