import { expect, test } from 'vitest'
import { writeContentSecurityPolicy } from '../../../src/build/page/content-security.ts'

test('a page lets run what it holds, by its hash, and nothing else', () => {
  const policy = writeContentSecurityPolicy({ scripts: ['alert(1)'], styles: [] })
  expect(policy).toContain("default-src 'none'")
  // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
  expect(policy).toContain("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='")
})

test('a page asks for pictures only of its own server, and where its tiles come from', () => {
  expect(writeContentSecurityPolicy({ scripts: [], styles: [] })).toContain("img-src 'self' data:;")
  const images = ['https://tile.openstreetmap.org']
  expect(writeContentSecurityPolicy({ scripts: [], styles: [], images })).toContain(
    `img-src 'self' data: ${images[0]};`,
  )
})
