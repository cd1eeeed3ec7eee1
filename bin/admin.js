#!/usr/bin/env node
import { launch } from './launch.js'

launch()
process.setSourceMapsEnabled(true)
await import('../dist/admin.js')
