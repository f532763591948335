// SPDX-License-Identifier: Apache-2.0
// Four rounds of it, one way of filling blocks after the other; `rehearsals/full-blocks.test.js` has ten.

import { journey } from '../lib/journey.js';
import { siege } from '../lib/siege.js';

journey('whoever fills every block silences no reporter, and pays more for each', siege(4));
