import { expect, test } from 'vitest'
import { findPosition } from '../../src/command/coordinates.ts'

/** What a text gives: the name, latitude and longitude. */
function read(text: string) {
  const found = findPosition(text)
  return found && [found.before.replace(/[\s,;(]+$/, ''), found.position[1], found.position[0]]
}

const tacloban = ['Tacloban', 11.24417, 125.005]

test.each([
  ['Tacloban 11°14′39″N 125°0′18″E', tacloban],
  ['Tacloban 11°14\'39"N, 125°00\'18"E', tacloban],
  ["Tacloban 11° 14' 39'' N 125° 0' 18'' E", tacloban],
  ['Tacloban 11º14’39”N 125º0’18”E', tacloban],
  ['Tacloban N 11°14′39″ E 125°0′18″', tacloban],
  ['Tacloban N11°14.65′ E125°0.3′', tacloban],
  ['Tacloban 125°0′18″E 11°14′39″N', tacloban],
  ['Tacloban 11 14 39 N 125 0 18 E', tacloban],
  ['Tacloban 11:14:39N 125:00:18E', tacloban],
  ['Tacloban 11°14′39″ 125°0′18″', tacloban],
  ['Tacloban (11°14′39″N, 125°0′18″E)', tacloban],
  ['تاكلوبان ١١°١٤′٣٩″ ١٢٥°٠′١٨″', ['تاكلوبان', 11.24417, 125.005]],
  ['Suva 18.1416 S 178.4419 E', ['Suva', -18.1416, 178.4419]],
  ['Suva, 18.1416° S, 178.4419° E', ['Suva', -18.1416, 178.4419]],
  ['Suva 18,1416 S 178,4419 E', ['Suva', -18.1416, 178.4419]],
  ['Lima S12.05 W77.05', ['Lima', -12.05, -77.05]],
  ['Lima –12.05, –77.05', ['Lima', -12.05, -77.05]],
  ['Lima −12.05 −77.05', ['Lima', -12.05, -77.05]],
  ['Lima lat: -12.05 lng: -77.05', ['Lima', -12.05, -77.05]],
  ['Lima Longitude -77.05, Latitude -12.05', ['Lima', -12.05, -77.05]],
  ['Tacloban 11,281, 125,068', ['Tacloban', 11.281, 125.068]],
  ['Tacloban 11,281 125,068', ['Tacloban', 11.281, 125.068]],
  ['Tacloban; 11,281; 125,068', ['Tacloban', 11.281, 125.068]],
  ['Tacloban 11.281,125.068', ['Tacloban', 11.281, 125.068]],
  ['الرقة ٣٥٫٩٥ ٣٩٫٠١', ['الرقة', 35.95, 39.01]],
  ['الرقة ٣٥٫٩٥، ٣٩٫٠١', ['الرقة', 35.95, 39.01]],
  ['رشت ۳۷٫۲۸ ۴۹٫۵۸', ['رشت', 37.28, 49.58]],
  ['Route 66 35.1 N 111.2 W', ['Route 66', 35.1, -111.2]],
  ['Route 66 35.1 -111.2', ['Route 66', 35.1, -111.2]],
  ['Doha – Qatar 25.2 51.5', ['Doha – Qatar', 25.2, 51.5]],
  ['Tacloban geo:11.2442,125.0039?z=12', ['Tacloban', 11.2442, 125.0039]],
  [
    'Tacloban https://www.openstreetmap.org/?mlat=11.2442&mlon=125.0039#map=14/11.3/125.1',
    ['Tacloban', 11.2442, 125.0039],
  ],
  ['Tacloban https://www.openstreetmap.org/#map=14/11.2442/125.0039', ['Tacloban', 11.2442, 125.0039]],
  [
    'Tacloban https://www.google.com/maps/place/Tacloban/@11.3,125.1,12z/data=!4m6!3m5!8m2!3d11.2442!4d125.0039!16zL20',
    ['Tacloban', 11.2442, 125.0039],
  ],
  ['Tacloban https://www.google.com/maps/@11.2442,125.0039,12z', ['Tacloban', 11.2442, 125.0039]],
  ['Tacloban https://maps.google.com/?q=11.2442,125.0039', ['Tacloban', 11.2442, 125.0039]],
  ['Tacloban https://www.google.com/maps/search/?api=1&query=11.2442%2C125.0039', ['Tacloban', 11.2442, 125.0039]],
  ['Tacloban https://www.google.com/maps/search/11.2442,+125.0039', ['Tacloban', 11.2442, 125.0039]],
  ['Tacloban https://maps.apple.com/?ll=11.2442,125.0039&q=Tacloban', ['Tacloban', 11.2442, 125.0039]],
  ['Tacloban https://www.bing.com/maps?cp=11.2442~125.0039&lvl=12', ['Tacloban', 11.2442, 125.0039]],
  // A pin of Google, which shows what lies beside its list in the middle.
  [
    "Sarp https://www.google.com/maps/place/41%C2%B031'14.5%22N+41%C2%B032'53.2%22E/@41.5207,41.5455,17z",
    ['Sarp', 41.52069, 41.54811],
  ],
  ['Rize 41°01′31″K 40°31′03″D', ['Rize', 41.02528, 40.5175]],
  ['Rize 41.0255° K 40.5177° D', ['Rize', 41.0255, 40.5177]],
  ['Brest 48° 23′ 27″ nord, 4° 29′ 08″ ouest', ['Brest', 48.39083, -4.48556]],
  ['Lima 12,05° sur, 77,05° oeste', ['Lima', -12.05, -77.05]],
  ['Airolo POINT(8.612 46.529)', ['Airolo', 46.529, 8.612]],
  ['Airolo POINT (8.612 46.529)', ['Airolo', 46.529, 8.612]],
  ['Zürich 8FVC9G8F+6X Zürich, Schweiz', ['Zürich', 47.36556, 8.52494]],
  ['Zürich 8FVC9G8F+6X', ['Zürich', 47.36556, 8.52494]],
  ['Zürich 8FVC9G8F+6XQ', ['Zürich', 47.36559, 8.52498]],
  ['Zürich 8FVC0000+', ['Zürich', 47.5, 8.5]],
  ['White House 18S UJ 23394 07395', ['White House', 38.8977, -77.0365]],
  ['White House 18SUJ2339407395', ['White House', 38.8977, -77.0365]],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  'Tacloban',
  'Tacloban City',
  'Route 66',
  'Camp 5, Bay 12a',
  'E',
  '',
  '11',
  'the 3 N',
  'Level 7+',
  'Le Pont sur Est',
])('%j has no position in it', (text) => {
  expect(findPosition(text)).toBeUndefined()
})

test('a link without a pin is told from one with a pin', () => {
  const remark = 'its link has no pin: this is the middle of the map that it shows'
  expect(findPosition('Tacloban https://www.google.com/maps/@11.2442,125.0039,12z')?.remark).toBe(remark)
  expect(findPosition('Tacloban https://maps.google.com/?q=11.2442,125.0039')?.remark).toBeUndefined()
})

test.each([
  [
    'Tacloban 6VWC+M6 Leyte',
    'a short Plus Code counts from a town, whose position is not looked up: copy the full one',
  ],
  [
    'Quimper XVWW+6Q Quimper',
    'a short Plus Code counts from a town, whose position is not looked up: copy the full one',
  ],
  ['Tacloban https://maps.app.goo.gl/AbCd', 'a short link does not say where it leads: open it, and copy the address'],
  ['Tacloban https://goo.gl/maps/AbCd', 'a short link does not say where it leads'],
  ['Tacloban https://osm.org/go/0EEQjE==', 'a short link does not say where it leads'],
  ['Tacloban https://en.wikipedia.org/wiki/Tacloban', 'this link has no position in it'],
  ['Wien 48°12′N 16°22′O', 'O is east in German and west in French and Spanish: write E or W'],
  ['Tacloban 11°74′39″N 125°0′18″E', 'minutes and seconds are below 60, got 11°74'],
  ['Tacloban 11.2 N 125.0 N', 'expected a latitude and a longitude, got the same twice'],
  ['Lima -12.05 N 77.05 W', '-12.05 has a minus sign, and is north or east'],
  ['Sydney 151.2 -33.9', 'got 151.2, -33.9 (are they swapped?)'],
])('%s is refused', (text, message) => {
  expect(() => findPosition(text)).toThrow(message)
})
