#!/usr/bin/env node
import { buildPictures, launch } from './launch.js'

launch()
buildPictures()
process.setSourceMapsEnabled(true)
await import('../.cache/pictures/tests/pictures/main.js')
