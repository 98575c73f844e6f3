#!/usr/bin/env node
'use strict'

require('./build/node-version.cjs')
void import('../dist/cli.js')
