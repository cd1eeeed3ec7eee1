#!/usr/bin/env node
import { launch } from './launch.js'

launch()
process.setSourceMapsEnabled(true)
// In this very process: what is sent to it, Ctrl-C or kill, reaches the program and not somebody in between.
await import('../dist/main.js')
