// npm run build.
import { build } from './build';

if (!(await build({ show: 'all' }))) process.exit(1);
