#!/usr/bin/env node
import { build } from './launch.js'

build()
