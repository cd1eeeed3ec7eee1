#!/usr/bin/env node
import { buildBench, launch } from './launch.js'

launch()
buildBench()
process.setSourceMapsEnabled(true)
await import('../.cache/bench/bench/main.js')
