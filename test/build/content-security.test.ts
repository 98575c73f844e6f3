import { expect, test } from 'vitest'
import { tileHost, writeContentSecurityPolicy } from '../../src/build/content-security.ts'

test('a page lets run what it holds, by its hash, and nothing else', () => {
  const policy = writeContentSecurityPolicy({ scripts: ['alert(1)'], styles: [] })
  expect(policy).toContain("default-src 'none'")
  // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
  expect(policy).toContain("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='")
})

test('a page asks for pictures only where its tiles come from', () => {
  expect(writeContentSecurityPolicy({ scripts: [], styles: [] })).toContain('img-src data:;')
  expect(tileHost('auto')).toBe('https://tile.openstreetmap.org')
  expect(tileHost('off')).toBeUndefined()
  expect(tileHost(null)).toBeUndefined()
  expect(tileHost('https://{s}.tiles.example.org/{z}/{x}/{y}.png?key=1')).toBe('https://*.tiles.example.org')
  expect(tileHost('https://tiles.example.org:8443/{z}/{x}/{y}.png')).toBe('https://tiles.example.org:8443')
  expect(tileHost('javascript:alert(1)')).toBeUndefined()
})
