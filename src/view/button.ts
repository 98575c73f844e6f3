import { createElement } from './element.ts'
import { type IconName, renderIcon } from './icon.ts'

/** A button with a drawing, named by its title for those who hear it and those who point at it. */
export function renderIconButton(
  document: Document,
  icon: IconName,
  label: string,
  act: () => void,
): HTMLButtonElement {
  const button = createElement(
    document,
    'button',
    { type: 'button', class: `icon-button ${icon}`, title: label },
    renderIcon(document, icon),
  )
  button.addEventListener('click', act)
  return button
}

/** A button with words. */
export function renderTextButton(document: Document, label: string, act: () => void): HTMLButtonElement {
  const button = createElement(document, 'button', { type: 'button', class: 'text-button' }, label)
  button.addEventListener('click', act)
  return button
}
