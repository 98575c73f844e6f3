'use strict'

// Runs before anything that an older Node cannot read, and so is written in what Node 12 can.
const [major, minor] = process.versions.node.split('.').map(Number)
const isKnown = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
if (!isKnown) {
  console.error(
    `article-map needs Node 20.19, 22.12 or newer, and this is Node ${process.versions.node}: see nodejs.org.`,
  )
  process.exit(1)
}
