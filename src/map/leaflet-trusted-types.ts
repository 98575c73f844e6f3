/**
 * A page that requires Trusted Types (https://www.w3.org/TR/trusted-types/) lets no text become markup but by a policy.
 * This one lets through the one constant that Leaflet 1.9.4 sets while it loads, to find out whether the browser knows
 * SVG, and refuses everything else. Load Leaflet after it.
 */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory }

trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '<svg/>' ? text : null) })

export {}
