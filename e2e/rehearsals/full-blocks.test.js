// SPDX-License-Identifier: Apache-2.0

import { journey } from '../lib/journey.js';
import { GENESIS, siege } from '../lib/siege.js';
import { MINUTE } from '../lib/units.js';

/** A full block takes seconds to sign, send and make. */
const TIMEOUT = 15 * MINUTE;

journey('ten rounds of full blocks silence no reporter', siege(10), TIMEOUT, { genesis: GENESIS });
