// npm run db:roles: what the administrator of a PostgreSQL of one's own runs once.
import { databaseName, rolesScript } from '../db/store/roles';

process.stdout.write(rolesScript(databaseName));
